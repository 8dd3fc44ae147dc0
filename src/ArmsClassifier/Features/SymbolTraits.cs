namespace ArmsClassifier.Features;

/// <summary>What reading a text needs to know of a symbol, side by side in memory: 32 bytes, two symbols a cache line.</summary>
internal struct SymbolTraits
{
    /// <summary>Node of the term tree after the token at its root; 0 where no term begins with it.</summary>
    public int FirstNode;

    /// <summary>The groups that a unit of the symbol belongs to.</summary>
    public uint Groups;

    /// <summary>A bit of 64 for each token that goes on a term which begins with this one (see <see cref="TokenBit"/>).</summary>
    public ulong Next;

    /// <summary>The classes of a unit of the symbol (see <see cref="Lexicon.Classes"/>).</summary>
    public int Classes;

    /// <summary>The place of the symbol among the contexts (see <see cref="Lexicon.Contexts"/>).</summary>
    public int Contexts;

    /// <summary>What the token is by itself.</summary>
    public SoleTerm Sole;

    /// <summary>The bit that stands for <paramref name="token"/>, and for some others.</summary>
    public static ulong TokenBit(int token) => 1UL << token;
}

/// <summary>What a single token is by itself, beside what its symbol implies.</summary>
/// <param name="Kind">Nothing, one entity, or something that takes a look at the terms.</param>
/// <param name="Case">What the capitals of the entity must be.</param>
/// <param name="Mark">The class of the entity.</param>
internal readonly record struct SoleTerm(SoleKind Kind, TermCase Case, ushort Mark);

/// <summary>Whether a single token is a term that its symbol does not imply.</summary>
internal enum SoleKind : byte
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It is an entity and nothing else.</summary>
    Entity,

    /// <summary>It is several terms, or a concept that depends on capitals.</summary>
    Terms,
}
