using System.Text.Json.Serialization;

namespace ArmsClassifier.Training;

/// <summary>Everything that the trainer can be told; the defaults train the shipped model.</summary>
public sealed record TrainingSettings
{
    /// <summary>What the trainer of the shipped model is called.</summary>
    public const string OwnTrainer = "own";

    /// <summary>Name written into the model.</summary>
    public string ModelName { get; init; } = "arms-news-en";

    /// <summary>Inverse strength of the L2 penalty, as in common toolkits: the sum of losses is multiplied by it. Default 15.</summary>
    public double C { get; init; } = 15;

    /// <summary>A word is known if at least this many training passages have it, or the lexicon. Default 2.</summary>
    public int MinWordPassages { get; init; } = 2;

    /// <summary>A pair of units is a feature if at least this many training passages have it. Default 2.</summary>
    public int MinPairPassages { get; init; } = 2;

    /// <summary>A character n-gram is a feature if at least this many training passages have it. Default 3.</summary>
    public int MinGramPassages { get; init; } = 3;

    /// <summary>A pattern of groups is a feature if at least this many training passages have it. Default 8.</summary>
    public int MinPatternPassages { get; init; } = 8;

    /// <summary>Weight of a pair of units beside a word; 0 leaves pairs out. Default 1.</summary>
    public double PairWeight { get; init; } = 1;

    /// <summary>Weight of a character n-gram beside a word, which has 1; 0 leaves them out. Default 0.4.</summary>
    public double GramWeight { get; init; } = 0.4;

    /// <summary>Weight of a concept. Default 1.5.</summary>
    public double ConceptWeight { get; init; } = 1.5;

    /// <summary>Weight that a concept in the first sentence has besides. Default 1.</summary>
    public double LeadConceptWeight { get; init; } = 1;

    /// <summary>Weight of a pattern of groups. Default 0.1.</summary>
    public double PatternWeight { get; init; } = 0.1;

    /// <summary>Weight of a context: a class and a word near each other; 0 leaves contexts out. Default 0.08.</summary>
    public double ContextWeight { get; init; } = 0.08;

    /// <summary>A context is a feature if at least this many training passages have it. Default 6.</summary>
    public int MinContextPassages { get; init; } = 6;

    /// <summary>The most contexts that a model keeps, those that weigh most: each costs time when a text is scored. Default 1,000.</summary>
    public int MaxContexts { get; init; } = 1000;

    /// <summary>Groups of lexicon classes for patterns, by name; at most 24.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Share of the label mass that a passage gives to its second label, 0 to 0.5. Default 0.3.</summary>
    public double AlsoShare { get; init; } = 0.3;

    /// <summary>Share of the label mass that is spread evenly over all labels (Szegedy et al., 2016). Default 0.1.</summary>
    public double Smoothing { get; init; } = 0.1;

    /// <summary>
    /// Inverse strength of the penalty of a second model, whose weights are scaled by how unevenly a feature is spread over the labels, as in
    /// naive Bayes; the scores of both are averaged. 0 leaves it out. Default 8.
    /// </summary>
    public double BayesC { get; init; } = 8;

    /// <summary>Weight of a passage by the table it comes from; a table that is not named has 1.</summary>
    public IReadOnlyDictionary<string, double> TableWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// The tables whose mix of labels is that of a real feed: the model's biases, its calibration and its conformal thresholds come from
    /// them, while the other tables, written to have enough of every label, have biases of their own. Empty means all.
    /// </summary>
    public IReadOnlyList<string> FeedTables { get; init; } = [];

    /// <summary>
    /// The share of labels in the feed that the model is for, by label, where it differs from that of the feed tables; labels that are not
    /// named share the rest as those tables have them. Positive, with a sum below 1. Empty for the mix of the feed tables.
    /// </summary>
    public IReadOnlyDictionary<string, double> Prior { get; init; } = new Dictionary<string, double>();

    /// <summary>What labels mean for an article; a label that is not named is a topic.</summary>
    public IReadOnlyDictionary<string, LabelRole> LabelRoles { get; init; } = new Dictionary<string, LabelRole>();

    /// <summary>Folds of the cross-validation by article. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The most iterations of the optimiser. Default 60.</summary>
    public int MaxIterations { get; init; } = 60;

    /// <summary>What fits the weights; null for the trainer of the shipped model, <see cref="OwnTrainer"/>. Chosen in code, not in a settings file.</summary>
    [JsonIgnore]
    public IWeightTrainer? WeightTrainer { get; init; }

    /// <summary>Refuses settings that cannot be trained with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(C);
        ArgumentOutOfRangeException.ThrowIfNegative(BayesC);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxContexts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxContexts, Model.ModelChecks.MaxContexts);
        ArgumentOutOfRangeException.ThrowIfNegative(AlsoShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(AlsoShare, 0.5);
        ArgumentOutOfRangeException.ThrowIfNegative(Smoothing);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Smoothing, 0.9);
        foreach (int minimum in (ReadOnlySpan<int>)[MinWordPassages, MinPairPassages, MinGramPassages, MinPatternPassages, MinContextPassages])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        }

        foreach (double weight in (ReadOnlySpan<double>)[PairWeight, GramWeight, ConceptWeight, LeadConceptWeight, PatternWeight, ContextWeight, .. TableWeights.Values])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
        }

        foreach (double share in Prior.Values)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share, nameof(Prior));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Prior.Values.Sum(), 1, nameof(Prior));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Groups.Count, Features.GroupPatterns.MaxGroups);
    }

    /// <summary>Whether the mix of labels of <paramref name="passage"/>'s table is that of a real feed.</summary>
    internal bool IsFeed(LabelledPassage passage) => FeedTables.Count == 0 || FeedTables.Contains(passage.Table, StringComparer.Ordinal);
}
