namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>fastText's classifier (Joulin and others, 2016), with the ten dimensions of its paper, and a table of pairs that is small, which helps its speed.</summary>
internal static class FastText
{
    /// <summary>The contender that ratios are told of first.</summary>
    public const string Pairs = "fastText, words and pairs";

    private const string Dimensions = "10";
    private const string Buckets = "200000";

    /// <summary>Trains on labelled passages; gives a contender for words, and one for words and pairs.</summary>
    /// <exception cref="PeerException">Training failed.</exception>
    public static IEnumerable<Contender> Train(string program, string folder, string table)
    {
        yield return Train(program, folder, table, "fastText, words", 1);
        yield return Train(program, folder, table, Pairs, 2);
    }

    private static Contender Train(string program, string folder, string table, string name, int words)
    {
        string model = Path.Combine(folder, $"fasttext-{words}");
        string[] size = ["-dim", Dimensions, "-bucket", words == 1 ? "0" : Buckets, "-wordNgrams", $"{words}"];
        PinnedProcess.Run("0", [program, "supervised", "-input", table, "-output", model, "-thread", "1", .. size]);
        return new Contender
        {
            Name = name,
            Command = file => [program, "predict", model + ".bin", file],
            Form = text => text.Lines,
            ModelBytes = new FileInfo(model + ".bin").Length,
        };
    }
}
