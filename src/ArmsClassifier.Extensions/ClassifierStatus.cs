namespace ArmsClassifier.Extensions;

/// <summary>What a <see cref="ClassifierSource"/> serves at one moment. Immutable; its parts belong together.</summary>
public sealed record ClassifierStatus
{
    /// <summary>The classifier in service.</summary>
    public required Classifier Classifier { get; init; }

    /// <summary>
    /// Identifies the model: its name with the first twelve digits of the file's SHA-256, as in <c>mine@3fa9c1d20b7e</c>, or with the library's
    /// version where it ships with it, as in <c>arms-news-en@0.1.0</c>.
    /// </summary>
    public required string ModelId { get; init; }

    /// <summary>Full path of the model file; null for the bundled model.</summary>
    public string? ModelPath { get; init; }

    /// <summary>When the file was last written, as it was read; null for the bundled model.</summary>
    public DateTimeOffset? FileTime { get; init; }

    /// <summary>When the model was put in service.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Why the file cannot replace the model in service, with the cure; null where there is nothing wrong.</summary>
    public string? Failure { get; init; }

    /// <summary>Since when the file cannot replace the model in service.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
