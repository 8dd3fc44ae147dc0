namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>One measurement in a process of its own. It is for <see cref="Race"/>, not for people.</summary>
internal static class MeasureVerb
{
    /// <summary>Its name.</summary>
    public const string Name = "measure";

    /// <summary>Text and model in memory.</summary>
    public const string InMemory = "memory";

    /// <summary>Lines in, labels out.</summary>
    public const string Lines = "lines";

    /// <summary>Runs it.</summary>
    public static int Run(string[] args) => args switch
    {
        [InMemory, var file] => OwnMeasure.InMemory(file),
        [Lines, var file] => LineLoop.Run(file),
        _ when MLNetPeers.Measure(args) is int code => code,
        _ => throw new PeerException($"there is no measurement '{string.Join(' ', args)}'"),
    };
}
