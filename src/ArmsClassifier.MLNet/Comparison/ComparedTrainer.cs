using ArmsClassifier.Training;

namespace ArmsClassifier.MLNet;

/// <summary>What a trainer made of the passages that it was shown.</summary>
public sealed record ComparedTrainer
{
    /// <summary>The trainer.</summary>
    public required string Name { get; init; }

    /// <summary>What its model is made of.</summary>
    public required string Features { get; init; }

    /// <summary>Figures on the articles that were held out.</summary>
    public required EvaluationReport HeldOut { get; init; }

    /// <summary>The same on those of tables with the mix of labels of a feed.</summary>
    public required EvaluationReport HeldOutFeed { get; init; }

    /// <summary>Figures on the table for testing; null where there is none.</summary>
    public EvaluationReport? Test { get; init; }

    /// <summary>Time of the processor, over all threads, from passages to a model that scores.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>How fast one thread scores.</summary>
    public required ScoringSpeed Speed { get; init; }

    /// <summary>Size of the model file or pipeline, in bytes.</summary>
    public required long Bytes { get; init; }
}
