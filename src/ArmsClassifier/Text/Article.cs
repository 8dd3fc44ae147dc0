namespace ArmsClassifier;

/// <summary>One news article, read from any format: its passages in order, with what the source says about them.</summary>
public sealed record Article
{
    /// <summary>The identifier that the input gave; otherwise the source's name, with <c>#n</c> where a source holds several.</summary>
    public required string Id { get; init; }

    /// <summary>File, feed or URL that the article was read from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Line of the source on which the article begins, counted from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The headline, or empty where the source has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Date of publication as the source writes it, or null where it has none that could be read.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Moment of publication, in the offset of the source or else UTC; null where the source gives no time of day.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Absolute http or https address of the article, or empty.</summary>
    public string Link { get; init; } = "";

    /// <summary>Who wrote the article, as the source names them, or empty.</summary>
    public string Author { get; init; } = "";

    /// <summary>All passages in reading order, page furniture included and marked as such.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }
}
