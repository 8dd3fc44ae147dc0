namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// How unevenly each feature is spread over the labels: the square root of the absolute log-odds ratio of naive Bayes, by feature and label.
/// Scaling weights by it lets a linear model trust telling features sooner (Wang and Manning, 2012).
/// </summary>
internal static class BayesScales
{
    /// <summary>The scales, by feature and label.</summary>
    public static double[] Of(TermCounts counts, IReadOnlyList<List<(int Feature, float Value)>> termFeatures, TrainingTargets targets, int features)
    {
        int labels = targets.Shares.Length / counts.Passages.Length;
        var with = new double[features * labels];
        var total = new double[labels];
        var seen = new HashSet<int>();
        for (int passage = 0; passage < counts.Passages.Length; passage++)
        {
            ReadOnlySpan<double> shares = targets.Shares.AsSpan(passage * labels, labels);
            seen.Clear();
            foreach ((int term, _) in counts.Passages[passage])
            {
                foreach ((int feature, _) in termFeatures[term])
                {
                    if (seen.Add(feature))
                    {
                        Add(with.AsSpan(feature * labels, labels), shares, targets.Weights[passage]);
                    }
                }
            }

            Add(total, shares, targets.Weights[passage]);
        }

        double all = total.Sum();
        var scales = new double[features * labels];
        for (int i = 0; i < scales.Length; i++)
        {
            int label = i % labels;
            double passagesWith = 0;
            for (int other = 0; other < labels; other++)
            {
                passagesWith += with[i - label + other];
            }

            double p = (with[i] + 1) / (total[label] + 1);
            double q = (passagesWith - with[i] + 1) / (all - total[label] + 1);
            scales[i] = Math.Sqrt(Math.Abs(Math.Log(p / q)));
        }

        return scales;
    }

    private static void Add(Span<double> sums, ReadOnlySpan<double> shares, double weight)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += shares[i] * weight;
        }
    }
}
