namespace ArmsClassifier;

/// <summary>What the model says of one article and of each of its passages.</summary>
public sealed record ArticleResult
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The article's label, or <see cref="Classifier.Unsupported"/>.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the article is about the model's subject: its label is neither background nor unsupported.</summary>
    public required bool IsArmsTrade { get; init; }

    /// <summary>Share of each label among the classified passages, in the model's order; empty where there are none.</summary>
    public required IReadOnlyList<LabelProbability> Shares { get; init; }

    /// <summary>Greatest probability of each label over the classified passages, in the model's order; empty where there are none.</summary>
    public required IReadOnlyList<LabelProbability> Maxima { get; init; }

    /// <summary>The passages in order. Page furniture has no result.</summary>
    public required IReadOnlyList<ArticlePassage> Passages { get; init; }
}

/// <summary>A passage of an article with its result.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Result">What the model says of it; null for page furniture.</param>
public readonly record struct ArticlePassage(Passage Passage, PassageResult? Result);
