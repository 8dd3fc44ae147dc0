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
}

/// <summary>Where training is.</summary>
/// <param name="Doing">What is being trained.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Of">All steps.</param>
public readonly record struct TrainingStep(string Doing, int Done, int Of);
