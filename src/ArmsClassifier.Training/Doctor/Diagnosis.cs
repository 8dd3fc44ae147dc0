namespace ArmsClassifier.Training;

/// <summary>What may be wrong with a table of labelled passages.</summary>
public sealed record Diagnosis
{
    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Number of rows by label, the most frequent first.</summary>
    public required IReadOnlyList<(string Label, int Rows)> Balance { get; init; }

    /// <summary>The rows to look at, by kind, the most serious first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Why labels were not held to models, or null where they were.</summary>
    public string? Unchecked { get; init; }
}
