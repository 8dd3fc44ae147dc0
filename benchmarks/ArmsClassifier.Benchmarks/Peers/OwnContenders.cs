namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>ArmsClassifier itself: the library in memory, the library doing what the peers do, and the tool.</summary>
internal static class OwnContenders
{
    /// <summary>The library, text and model in memory.</summary>
    public const string InMemory = "ArmsClassifier library, in memory";

    /// <summary>The library in a loop over lines.</summary>
    public const string Lines = "ArmsClassifier library, lines in, labels out";

    // What the tool has in its project: in a short run, compiling early counts more than compiling for the branches that were seen.
    private static readonly string[] s_settings = ["DOTNET_TieredPGO=0", "DOTNET_TC_CallCountingDelayMs=0"];

    /// <summary>They.</summary>
    public static IEnumerable<Contender> All()
    {
        long model = new FileInfo(Repository.PathOf("models", "arms-news-en.safetensors")).Length;
        string tool = typeof(Cli.CommandLine).Assembly.Location;
        string self = typeof(OwnContenders).Assembly.Location;
        yield return new Contender
        {
            Name = InMemory,
            Command = file => ["dotnet", self, MeasureVerb.Name, MeasureVerb.InMemory, file],
            Form = text => text.Lines,
            ModelBytes = model,
            TellsSeconds = true,
        };
        yield return new Contender
        {
            Name = Lines,
            Command = file => ["env", .. s_settings, "dotnet", self, MeasureVerb.Name, MeasureVerb.Lines, file],
            Form = text => text.Lines,
            ModelBytes = model,
        };
        for (int cores = 1; cores <= Math.Min(2, Environment.ProcessorCount); cores++)
        {
            yield return new Contender
            {
                Name = cores == 1 ? "armsclassifier classify, JSONL to JSONL" : "armsclassifier classify, two cores",
                Command = file => ["dotnet", tool, "classify", file],
                Form = text => text.Jsonl,
                ModelBytes = model,
                Cores = cores,
            };
        }
    }
}
