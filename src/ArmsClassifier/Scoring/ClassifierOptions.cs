namespace ArmsClassifier;

/// <summary>How a classifier answers; the defaults suit a news feed.</summary>
public sealed record ClassifierOptions
{
    /// <summary>
    /// The share of the passages of each label whose conformal set shall hold that label (<see cref="PassageResult.Set"/>); the classifier
    /// abstains where the set holds more than one. Between 0 and 1; default 0.8.
    /// </summary>
    public double Coverage { get; init; } = 0.8;

    /// <summary>
    /// The share of labels in the feed at hand, by label, where it differs from what the model assumes (<see cref="ModelInfo.Prior"/>):
    /// probabilities are moved by the ratio of the two (Saerens et al., 2002). Labels that are not named share the rest as the model assumes.
    /// Positive, with a sum of at most 1, and of exactly 1 where all labels are named. Null for the model's own.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Prior { get; init; }

    /// <summary>Whether text in another language is answered <see cref="Classifier.Unsupported"/> instead of being labelled. Default true.</summary>
    public bool DetectLanguage { get; init; } = true;
}
