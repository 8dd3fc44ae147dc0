using System.Security.Cryptography;
using System.Text;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>
/// Hashes of runs of words of texts that are not in the project. A file of them is the first six bytes of the SHA-256 of each run of
/// <see cref="Words"/> words at every <see cref="Step"/>th word, ascending: no text can be got back from it, but whoever shares
/// <see cref="FoundRun"/> words in a row with one of the texts is found, and has two neighbouring runs of it with <see cref="LongRun"/>.
/// </summary>
internal sealed class ShingleSet
{
    public const int Words = 8;
    public const int Step = 3;
    public const int FoundRun = Words + Step - 1;
    public const int LongRun = FoundRun + Step;

    private const int HashBytes = 6;

    private readonly HashSet<long> _hashes = [];

    public ShingleSet(IEnumerable<string> texts) => _hashes.UnionWith(texts.SelectMany(text => Runs(text, Step)).Select(run => run.Hash));

    private ShingleSet(byte[] file)
    {
        for (int i = 0; i < file.Length; i += HashBytes)
        {
            _hashes.Add(Number(file.AsSpan(i, HashBytes)));
        }
    }

    public int Count => _hashes.Count;

    public static ShingleSet Read(string path) => new(File.ReadAllBytes(path));

    /// <summary>The runs of the text that one of the set's texts has too, with the place of their first word.</summary>
    public IReadOnlyList<(int Place, string Words)> SharedRuns(string text) =>
        [.. Runs(text, 1).Index().Where(run => _hashes.Contains(run.Item.Hash)).Select(run => (run.Index, run.Item.Words))];

    private static IEnumerable<(string Words, long Hash)> Runs(string text, int step)
    {
        List<string> words = LexiconBuilder.TokensOf(text);
        for (int i = 0; i + Words <= words.Count; i += step)
        {
            string run = string.Join(' ', words.GetRange(i, Words));
            yield return (run, Number(SHA256.HashData(Encoding.UTF8.GetBytes(run)).AsSpan(0, HashBytes)));
        }
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        foreach (byte value in bytes)
        {
            number = (number << 8) | value;
        }

        return number;
    }
}
