namespace ArmsClassifier.Features;

/// <summary>Indices of the classes that number expressions become or are made of; -1 where the lexicon lacks one.</summary>
internal sealed class NumberMarks(Mark[] marks)
{
    /// <summary>Names of the classes that every lexicon has: they need no terms.</summary>
    public static readonly Mark[] BuiltIn =
    [
        new("number", MarkKind.Entity), new("year", MarkKind.Entity), new("money", MarkKind.Entity),
        new("percent", MarkKind.Entity), new("designation", MarkKind.Entity),
    ];

    /// <summary>A number.</summary>
    public int Number { get; } = Find(marks, "number");

    /// <summary>A year from 1900 to 2099.</summary>
    public int Year { get; } = Find(marks, "year");

    /// <summary>A sum of money.</summary>
    public int Money { get; } = Find(marks, "money");

    /// <summary>A percentage.</summary>
    public int Percent { get; } = Find(marks, "percent");

    /// <summary>A type designation that no gazetteer knows: capitals, a hyphen, digits.</summary>
    public int Designation { get; } = Find(marks, "designation");

    /// <summary>Words such as million.</summary>
    public int Magnitude { get; } = Find(marks, "magnitude");

    /// <summary>Words such as dollars.</summary>
    public int Currency { get; } = Find(marks, "currency");

    /// <summary>Words such as percent.</summary>
    public int PercentWord { get; } = Find(marks, "percent-word");

    private static int Find(Mark[] marks, string name) => Array.FindIndex(marks, m => m.Name == name && m.Kind != MarkKind.Concept);
}
