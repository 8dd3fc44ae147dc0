namespace ArmsClassifier.Scoring;

/// <summary>Scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Replaces <paramref name="scores"/> by the probabilities they stand for at <paramref name="temperature"/>.</summary>
    public static void Apply(Span<double> scores, double temperature)
    {
        double max = double.NegativeInfinity;
        foreach (double score in scores)
        {
            max = Math.Max(max, score);
        }

        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp((scores[i] - max) / temperature);
            sum += scores[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    /// <summary>Index of the greatest value; the first of equals. The one at <paramref name="except"/>, if any, does not count.</summary>
    public static int ArgMax(ReadOnlySpan<double> values, int except = -1)
    {
        int best = except == 0 ? 1 : 0;
        for (int i = best + 1; i < values.Length; i++)
        {
            best = i != except && values[i] > values[best] ? i : best;
        }

        return best;
    }
}
