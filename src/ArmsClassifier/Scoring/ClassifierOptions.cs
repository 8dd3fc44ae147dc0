namespace ArmsClassifier;

/// <summary>How a classifier answers; the defaults suit a news feed.</summary>
public sealed record ClassifierOptions
{
    /// <summary>
    /// The share of passages whose true label shall be in the conformal set; the classifier abstains where that set holds more than one
    /// label. Between 0 and 1; default 0.8.
    /// </summary>
    public double Coverage { get; init; } = 0.8;

    /// <summary>Whether text in another language is answered <see cref="Classifier.Unsupported"/> instead of being labelled. Default true.</summary>
    public bool DetectLanguage { get; init; } = true;
}
