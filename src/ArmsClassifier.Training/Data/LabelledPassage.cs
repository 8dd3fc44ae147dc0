namespace ArmsClassifier.Training;

/// <summary>A passage with its label: one row of a table.</summary>
public sealed record LabelledPassage
{
    /// <summary>The passage.</summary>
    public required string Text { get; init; }

    /// <summary>Its label: any text; the table decides which labels there are.</summary>
    public required string Label { get; init; }

    /// <summary>A second label that is just as defensible, or null.</summary>
    public string? Also { get; init; }

    /// <summary>Passages of one article share it and are never split between training and test.</summary>
    public required string Article { get; init; }

    /// <summary>Place of the passage in its article; 0 is the first.</summary>
    public int Position { get; init; }

    /// <summary>The part that the passage plays in its article.</summary>
    public PassageRole Role { get; init; }

    /// <summary>
    /// What passages have in common beyond their article, also across tables, such as the text that they retell; null for nothing. Like
    /// those of one article, they are never split between training and test.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>Name of the table that the row comes from, without folder and ending.</summary>
    public string Table { get; init; } = "";
}
