using ArmsClassifier.Cli.Speed;

namespace ArmsClassifier.Benchmarks.Passages;

/// <summary>Distinct passages made of the sentences of <c>data/passages/*.csv</c>, handed out round and round: too many for the processor to learn by heart.</summary>
internal sealed class Corpus
{
    private const long Chars = 20_000_000;

    private static readonly Lazy<Corpus> s_shared = new(() => new Corpus(
        RecombinedPassages.Of(LabelledPassages.Read().Where(row => row.Role == PassageRole.Body).Select(row => row.Text), Chars)));

    private readonly string[] _passages;
    private int _next;

    private Corpus(string[] passages)
    {
        _passages = passages;
        MeanChars = passages.Average(passage => passage.Length);
    }

    /// <summary>The passages, made once a process.</summary>
    public static Corpus Shared => s_shared.Value;

    /// <summary>Mean length of a passage in UTF-16 characters.</summary>
    public double MeanChars { get; }

    /// <summary>The next passage; the first follows the last.</summary>
    public string Next()
    {
        string passage = _passages[_next];
        _next = _next + 1 < _passages.Length ? _next + 1 : 0;
        return passage;
    }
}
