namespace ArmsClassifier;

/// <summary>What a model file says about itself. Everything here is read from the file; nothing is assumed by the scorer.</summary>
public sealed record ModelInfo
{
    /// <summary>The only format version that this library reads and writes.</summary>
    public const int CurrentFormat = 3;

    /// <summary>How many conformal quantiles a label has: one for every percent.</summary>
    internal const int Quantiles = 101;

    /// <summary>Version of the file format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the model, such as <c>arms-news-en</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Language of the text that the model was trained on, as an ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The labels in the order in which scores and probabilities stand.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What each label means for an article; as many as <see cref="Labels"/>.</summary>
    public required IReadOnlyList<LabelRole> LabelRoles { get; init; }

    /// <summary>Scores are divided by this before they become probabilities; fitted on out-of-fold scores (Guo et al., 2017).</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Probability from which the second most probable label is reported.</summary>
    public double AlsoThreshold { get; init; } = 0.25;

    /// <summary>
    /// The share of each label in the text that biases and calibration come from: the prior that probabilities assume. A feed with another mix
    /// has other probabilities (<see cref="ClassifierOptions.Prior"/>). Positive; sums to 1.
    /// </summary>
    public required IReadOnlyList<double> Prior { get; init; }

    /// <summary>
    /// By label, the quantiles 0, 1, ... 100 percent of 1 - p(label) over the out-of-fold passages that have it: the thresholds of conformal
    /// prediction per label (Vovk, 2012). Ascending; 101 values a label.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<double>> ConformalQuantiles { get; init; }

    /// <summary>Number of passages that the model was trained on.</summary>
    public int TrainingPassages { get; init; }

    /// <summary>SHA-256 over the training passages and the lexicon, in canonical order; 64 lower-case hexadecimal digits.</summary>
    public string TrainingDataHash { get; init; } = "";

    /// <summary>The settings that the trainer used, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Cross-validated figures, by name, such as <c>macroF1</c>.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The label of text about anything else; null where no label has that role.</summary>
    internal string? Background => Labels.FirstOrDefault(label => RoleOf(label) == LabelRole.Background);

    /// <summary>The role of a label; null for one that the model does not know.</summary>
    internal LabelRole? RoleOf(string label)
    {
        for (int i = 0; i < Labels.Count; i++)
        {
            if (Labels[i] == label)
            {
                return LabelRoles[i];
            }
        }

        return null;
    }
}
