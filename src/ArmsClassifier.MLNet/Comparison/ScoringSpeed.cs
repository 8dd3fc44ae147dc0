using System.Text;

namespace ArmsClassifier.MLNet;

/// <summary>How fast one thread labels passages, one at a time. Times are of the processor, so that a busy machine changes little.</summary>
/// <param name="MicrosecondsPerPassage">Time of a passage, in microseconds.</param>
/// <param name="MegabytesPerSecond">Text a second, in millions of bytes of UTF-8.</param>
public readonly record struct ScoringSpeed(double MicrosecondsPerPassage, double MegabytesPerSecond)
{
    private const int Rounds = 5;

    /// <summary>Measures <paramref name="score"/>: the fastest of some rounds over the passages, after one that is not counted.</summary>
    public static ScoringSpeed Measure(IReadOnlyList<string> passages, Action<string> score)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(score);
        double best = double.PositiveInfinity;
        for (int round = 0; round <= Rounds; round++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            foreach (string passage in passages)
            {
                score(passage);
            }

            double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            best = round > 0 ? Math.Min(best, seconds) : best;
        }

        return new ScoringSpeed(best * 1e6 / passages.Count, passages.Sum(p => (double)Encoding.UTF8.GetByteCount(p)) / best / 1e6);
    }
}
