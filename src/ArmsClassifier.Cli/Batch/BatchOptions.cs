using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>What a run of <c>classify</c> was asked to do.</summary>
internal sealed record BatchOptions
{
    /// <summary>Files, folders and addresses; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Form of the output, one of the names in <see cref="ResultForms"/>.</summary>
    public required string Format { get; init; }

    /// <summary>What passage records hold; null for records of whole articles.</summary>
    public PassageChoice? Choice { get; init; }

    /// <summary>File to write, or null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>File for bad items, or null for standard error.</summary>
    public string? Errors { get; init; }

    /// <summary>Model file, or null for the bundled model.</summary>
    public string? Model { get; init; }

    /// <summary>How the model is used.</summary>
    public required ClassifierOptions Classifier { get; init; }

    /// <summary>How the input is read.</summary>
    public ReaderOptions Reading { get; init; } = new();

    /// <summary>How addresses are fetched.</summary>
    public WebOptions Web { get; init; } = new();

    /// <summary>The part of the input that is labelled.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether to go on where an earlier run was interrupted.</summary>
    public bool Resume { get; init; }

    /// <summary>How many threads label.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>At most so much time passes between two points from which an interrupted run can go on. Default: 2 seconds.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether results explain their labels.</summary>
    public bool WithEvidence => Format == ResultForms.Html || Choice is { WithEvidence: true };
}
