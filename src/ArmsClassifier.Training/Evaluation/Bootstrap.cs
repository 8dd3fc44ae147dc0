namespace ArmsClassifier.Training;

/// <summary>Percentile bootstrap over clusters, such as articles, whose members are not independent (Efron, 1979).</summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;
    private const ulong Seed = 20_240_229;

    /// <summary>The 95 % interval of a figure.</summary>
    /// <param name="clusters">What each cluster adds to the counts that the figure is computed from, in an order that does not depend on the run.</param>
    /// <param name="figure">The figure of summed counts; not a number for those that say nothing.</param>
    /// <returns>The bounds; zeros where there is no cluster or no resample says anything.</returns>
    public static (double Low, double High) Interval(IReadOnlyList<double[]> clusters, Func<double[], double> figure)
    {
        if (clusters.Count == 0)
        {
            return (0, 0);
        }

        var random = new SplitMix64(Seed);
        var samples = new List<double>(Resamples);
        var sums = new double[clusters[0].Length];
        for (int sample = 0; sample < Resamples; sample++)
        {
            Array.Clear(sums);
            for (int draw = 0; draw < clusters.Count; draw++)
            {
                double[] counts = clusters[random.Next(clusters.Count)];
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += counts[i];
                }
            }

            double value = figure(sums);
            if (!double.IsNaN(value))
            {
                samples.Add(value);
            }
        }

        samples.Sort();
        return samples.Count == 0 ? (0, 0) : (samples[samples.Count * 25 / 1000], samples[Math.Max(0, (samples.Count * 975 / 1000) - 1)]);
    }
}
