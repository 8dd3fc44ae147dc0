namespace ArmsClassifier.Features;

/// <summary>How the members of a lexicon class appear in the features.</summary>
internal enum MarkKind : byte
{
    /// <summary>A member is replaced by its class: one state is as good as another.</summary>
    Entity,

    /// <summary>A member keeps its words and carries the class besides.</summary>
    Concept,

    /// <summary>A member is a part of number expressions: a magnitude or a currency.</summary>
    Number,
}

/// <summary>What the capitals of a term must be for it to match.</summary>
internal enum TermCase : byte
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>The first token begins with a capital.</summary>
    Capital,

    /// <summary>All letters are capitals.</summary>
    Upper,
}

/// <summary>A class of the lexicon.</summary>
/// <param name="Name">The name of the class, as the lexicon files write it.</param>
/// <param name="Kind">How its members appear in the features.</param>
/// <param name="Groups">Bit g is set where the class belongs to group g of the patterns (<see cref="GroupPatterns"/>).</param>
internal sealed record Mark(string Name, MarkKind Kind, uint Groups = 0);
