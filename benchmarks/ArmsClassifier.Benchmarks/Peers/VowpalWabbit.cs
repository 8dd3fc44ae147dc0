namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>Vowpal Wabbit, one against all, with its default table of 2^18 weights for words and one of 2^22 for words and pairs.</summary>
internal static class VowpalWabbit
{
    /// <summary>The contender with words alone.</summary>
    public const string Words = "Vowpal Wabbit, words";

    /// <summary>Trains on labelled passages; gives a contender for words, and one for words and pairs.</summary>
    /// <exception cref="PeerException">Training failed.</exception>
    public static IEnumerable<Contender> Train(string program, string folder, string table, int labels)
    {
        yield return Train(program, folder, table, labels, Words, ["-b", "18"]);
        yield return Train(program, folder, table, labels, "Vowpal Wabbit, words and pairs", ["-b", "22", "--ngram", "2"]);
    }

    private static Contender Train(string program, string folder, string table, int labels, string name, string[] size)
    {
        string model = Path.Combine(folder, $"model-{string.Join("", size)}.vw");
        PinnedProcess.Run("0", [program, "--quiet", "--oaa", $"{labels}", "--loss_function", "logistic", .. size, "-d", table, "-f", model]);
        return new Contender
        {
            Name = name,
            Command = file => [program, "--quiet", "-t", "-i", model, "-d", file, "-p", "/dev/null"],
            Form = text => text.VowpalWabbit,
            ModelBytes = new FileInfo(model).Length,
        };
    }
}
