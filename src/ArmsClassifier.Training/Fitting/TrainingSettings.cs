namespace ArmsClassifier.Training;

/// <summary>Everything that the trainer can be told; the defaults train the shipped model.</summary>
public sealed record TrainingSettings
{
    /// <summary>Name written into the model.</summary>
    public string ModelName { get; init; } = "arms-news-en";

    /// <summary>Inverse strength of the L2 penalty, as in common toolkits: the sum of losses is multiplied by it. Default 10.</summary>
    public double C { get; init; } = 10;

    /// <summary>A word is known if at least this many training passages have it, or the lexicon. Default 2.</summary>
    public int MinWordPassages { get; init; } = 2;

    /// <summary>A pair of units is a feature if at least this many training passages have it. Default 2.</summary>
    public int MinPairPassages { get; init; } = 2;

    /// <summary>A character n-gram is a feature if at least this many training passages have it. Default 3.</summary>
    public int MinGramPassages { get; init; } = 3;

    /// <summary>A pair of classes is a feature if at least this many training passages have it. Default 5.</summary>
    public int MinMarkPairPassages { get; init; } = 5;

    /// <summary>Weight of a character n-gram beside a word, which has 1. Default 0.5.</summary>
    public double GramWeight { get; init; } = 0.5;

    /// <summary>Weight of a concept. Default 1.</summary>
    public double ConceptWeight { get; init; } = 1;

    /// <summary>Weight of a pair of classes; 0 leaves them out. Default 0.5.</summary>
    public double MarkPairWeight { get; init; } = 0.5;

    /// <summary>Share of the label mass that a passage gives to its second label, 0 to 0.5. Default 0.3.</summary>
    public double AlsoShare { get; init; } = 0.3;

    /// <summary>Weight of a passage by the table it comes from; a table that is not named has 1.</summary>
    public IReadOnlyDictionary<string, double> TableWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>The tables whose text is most like what the model will meet: calibration and conformal thresholds are fitted on their out-of-fold scores. Empty means all.</summary>
    public IReadOnlyList<string> CalibrationTables { get; init; } = [];

    /// <summary>What labels mean for an article; a label that is not named is a topic.</summary>
    public IReadOnlyDictionary<string, LabelRole> LabelRoles { get; init; } = new Dictionary<string, LabelRole>();

    /// <summary>Folds of the cross-validation by article. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The most iterations of the optimiser. Default 200.</summary>
    public int MaxIterations { get; init; } = 200;
}
