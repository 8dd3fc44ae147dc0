namespace ArmsClassifier.Extensions;

/// <summary>
/// Which model a <see cref="ClassifierSource"/> serves and how it answers. Read once, when the source is made; of a running host only the model
/// file may change. The defaults serve the model that ships with the library.
/// </summary>
/// <example>
/// As configuration:
/// <code>{ "ArmsClassifier": { "ModelPath": "models/mine.safetensors", "ReloadOnChange": true, "Prior": { "none": 0.9 } } }</code>
/// </example>
public sealed class ArmsClassifierOptions
{
    /// <summary>
    /// The model file; null, the default, for the model that ships with the library. In a host a relative path starts at the content root,
    /// otherwise at the current directory.
    /// </summary>
    public string? ModelPath { get; set; }

    /// <inheritdoc cref="ClassifierOptions.Coverage"/>
    public double Coverage { get; set; } = 0.8;

    /// <summary>
    /// The share of labels in the feed at hand, by label (<see cref="ClassifierOptions.Prior"/>). Empty, the default, for the model's own.
    /// </summary>
    public IDictionary<string, double> Prior { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <inheritdoc cref="ClassifierOptions.DetectLanguage"/>
    public bool DetectLanguage { get; set; } = true;

    /// <summary>
    /// Whether the model file is watched, and a good new version of it put in service without a restart. Needs <see cref="ModelPath"/>.
    /// Default false.
    /// </summary>
    public bool ReloadOnChange { get; set; }

    /// <summary>
    /// The time between two looks at the model file: a change is in service after one to two of them, as a file must stay the same for one before
    /// it is read. 100 ms to 1 day; default 5 s.
    /// </summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether a new version may have other labels than the model in service, or the same in another order. Default false: who reads
    /// probabilities by position counts on the order.
    /// </summary>
    public bool AllowOtherLabels { get; set; }

    /// <summary>The part that the classifier itself knows.</summary>
    internal ClassifierOptions ForClassifier() => new()
    {
        Coverage = Coverage,
        Prior = Prior.Count == 0 ? null : new Dictionary<string, double>(Prior, StringComparer.Ordinal),
        DetectLanguage = DetectLanguage,
    };
}
