namespace ArmsClassifier.Scoring;

/// <summary>
/// Makes one score a label out of three views of a passage: the passage as a whole, its lead (the first sentence), and for each label the
/// sentence that speaks most for it. News says what matters first, and a long paragraph may say it in one sentence of many.
/// </summary>
internal static class Pooling
{
    /// <summary>How many views a passage has.</summary>
    public const int Views = 3;

    /// <summary>The contexts and patterns of a passage of more sentences count as if it had so many: few passages of news have more.</summary>
    private const double FullSentences = 6;

    /// <summary>Numbers that pooling needs for <paramref name="labels"/> labels: a weight per view and label, and a bias per label.</summary>
    public static int Length(int labels) => (Views + 1) * labels;

    /// <summary>What a context or pattern counts in the view of a whole passage of <paramref name="sentences"/>, at most 1.</summary>
    public static double SentenceShare(int sentences) => Math.Min(1, FullSentences / Math.Max(sentences, 1));

    /// <summary>Pooling that takes the passage as a whole for everything.</summary>
    public static double[] PassageAlone(int labels)
    {
        var pooling = new double[Length(labels)];
        pooling.AsSpan(0, labels).Fill(1);
        return pooling;
    }

    /// <summary>Writes the pooled scores.</summary>
    /// <param name="pooling">As <see cref="Length"/> says.</param>
    /// <param name="views">A score per view and label.</param>
    /// <param name="scores">Receives a score per label.</param>
    public static void Apply(ReadOnlySpan<double> pooling, ReadOnlySpan<double> views, Span<double> scores)
    {
        for (int label = 0; label < scores.Length; label++)
        {
            double score = pooling[(Views * scores.Length) + label];
            for (int view = 0; view < Views; view++)
            {
                int at = (view * scores.Length) + label;
                score += pooling[at] * views[at];
            }

            scores[label] = score;
        }
    }
}
