namespace ArmsClassifier.Training;

/// <summary>A trained model with the figures of its cross-validation.</summary>
public sealed record TrainingResult
{
    /// <summary>The model file, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Model { get; init; }

    /// <summary>What the file says about itself.</summary>
    public required ModelInfo Info { get; init; }

    /// <summary>What models that had not seen a passage's article said of it, by passage.</summary>
    public required IReadOnlyList<Prediction> HeldOut { get; init; }

    /// <summary>The same with the biases of each passage's own kind of table: what the features tell, apart from the mix of labels.</summary>
    public required IReadOnlyList<Prediction> HeldOutOwnMix { get; init; }

    /// <summary>The figures of <see cref="HeldOut"/>.</summary>
    public required EvaluationReport Report { get; init; }

    /// <summary>The tables whose mix of labels is that of a feed, as the settings name them; empty for all.</summary>
    public IReadOnlyList<string> FeedTables { get; init; } = [];

    /// <summary>Those of <see cref="HeldOut"/> whose table has the mix of labels of a feed.</summary>
    public IReadOnlyList<Prediction> HeldOutFeed => [.. HeldOut.Where(p => FeedTables.Count == 0 || FeedTables.Contains(p.Passage.Table, StringComparer.Ordinal))];

    /// <summary>How often the label of a training passage moves when its entities and sums are swapped; null without a lexicon.</summary>
    public InvarianceReport? Invariance { get; init; }

    /// <summary>Macro-F1 on one fold, with the biases of each passage's own kind of table, by number of passages trained on; ascending.</summary>
    public IReadOnlyList<LearningPoint> LearningCurve { get; init; } = [];

    /// <summary>The features that speak most for each label, strongest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NamedWeight>> TopFeatures { get; init; } = new Dictionary<string, IReadOnlyList<NamedWeight>>();
}

/// <summary>How good a model is that was trained on part of the data.</summary>
/// <param name="Passages">Number of passages it was trained on.</param>
/// <param name="MacroF1">Its macro-F1 on passages that it has not seen, 0 to 1.</param>
public readonly record struct LearningPoint(int Passages, double MacroF1);

/// <summary>A feature and what it adds to the score of a label where it occurs.</summary>
/// <param name="Feature">The feature, in words.</param>
/// <param name="Weight">What it adds, in logits before the passage's norm divides them.</param>
public readonly record struct NamedWeight(string Feature, double Weight);

/// <summary>Where training is.</summary>
/// <param name="Doing">What is being trained.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Of">All steps.</param>
public readonly record struct TrainingStep(string Doing, int Done, int Of);
