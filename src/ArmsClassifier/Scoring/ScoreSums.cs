
namespace ArmsClassifier.Scoring;

/// <summary>Room for the sums of a passage. Each thread keeps one between passages; dispose it to give it back.</summary>
internal sealed class ScoreSums : IDisposable
{
    [ThreadStatic]
    private static ScoreSums? t_idle;

    private ScoreSums()
    {
    }

    /// <summary>Two rows: the sums of a sentence that the norm divides, and those of contexts and patterns.</summary>
    public int[] Sentence { get; private set; } = [];

    /// <summary>Four rows: both sums of the passage, the scores of its lead, and those of the strongest sentence by label.</summary>
    public double[] Passage { get; private set; } = [];

    /// <summary>A bit for each context that the sentence has had.</summary>
    public ulong[] Seen { get; private set; } = [];

    /// <summary>Takes the thread's sums, all zero, for rows of <paramref name="stride"/> lanes and so many <paramref name="contexts"/>.</summary>
    public static ScoreSums Take(int stride, int contexts)
    {
        ScoreSums sums = t_idle ?? new ScoreSums();
        t_idle = null;
        int words = (contexts + 63) / 64;
        if (sums.Sentence.Length != 2 * stride || sums.Seen.Length != words)
        {
            sums.Sentence = new int[2 * stride];
            sums.Passage = new double[4 * stride];
            sums.Seen = new ulong[words];
        }

        sums.Sentence.AsSpan().Clear();
        sums.Passage.AsSpan().Clear();
        sums.Seen.AsSpan().Clear();
        return sums;
    }

    /// <inheritdoc/>
    public void Dispose() => t_idle = this;
}
