namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>One way to label text, as a process.</summary>
internal sealed record Contender
{
    /// <summary>What it is called in the tables.</summary>
    public required string Name { get; init; }

    /// <summary>The program and its arguments for a file of passages.</summary>
    public required Func<string, string[]> Command { get; init; }

    /// <summary>The form of the passages that it reads.</summary>
    public required Func<Passages.TextFiles, string> Form { get; init; }

    /// <summary>Size of the model file in bytes.</summary>
    public required long ModelBytes { get; init; }

    /// <summary>
    /// Whether the process itself tells the seconds that labelling took, text and model being in memory. Otherwise they are those of the whole
    /// process, less those of a run on a single passage.
    /// </summary>
    public bool TellsSeconds { get; init; }

    /// <summary>How many cores it gets; with more than one, what counts is the time on the clock.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Whether it gets the smaller text because it is slow.</summary>
    public bool IsSlow { get; init; }
}
