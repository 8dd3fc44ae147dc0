namespace ArmsClassifier.Training.Reports;

/// <summary>The curves of a report, from predictions of unseen passages. Points are (x, y), both 0 to 1, in ascending x.</summary>
internal static class Curves
{
    private const int Bins = 10;

    // A bin of fewer passages says nothing about calibration.
    private const int LeastInBin = 10;

    // Points of a curve that a page can show apart.
    private const int Steps = 100;

    /// <summary>Precision by recall of one label as its threshold falls.</summary>
    public static List<(double X, double Y)> PrecisionByRecall(IReadOnlyList<Prediction> predictions, string label)
    {
        Prediction[] ranked = [.. predictions.OrderByDescending(p => p.ProbabilityOf(label)).ThenBy(p => p.Passage.Text, StringComparer.Ordinal)];
        int having = ranked.Count(p => p.Passage.Label == label);
        var points = new List<(double, double)>();
        int found = 0;
        int step = 0;
        for (int i = 0; i < ranked.Length; i++)
        {
            found += ranked[i].Passage.Label == label ? 1 : 0;
            if (found > 0 && found * Steps >= (step + 1) * having)
            {
                step = found * Steps / having;
                points.Add(((double)found / having, (double)found / (i + 1)));
            }
        }

        return points;
    }

    /// <summary>Share of right answers by stated probability, in bins of equal width.</summary>
    public static List<(double X, double Y)> Reliability(IReadOnlyList<Prediction> predictions) =>
        [.. predictions.GroupBy(p => Math.Min((int)(p.Confidence * Bins), Bins - 1)).Where(bin => bin.Count() >= LeastInBin).OrderBy(bin => bin.Key)
            .Select(bin => (bin.Average(p => p.Confidence), bin.Average(p => p.IsRight ? 1.0 : 0)))];

    /// <summary>Accuracy by the share of passages answered, the most confident first.</summary>
    public static List<(double X, double Y)> AccuracyByCoverage(IReadOnlyList<Prediction> predictions)
    {
        Prediction[] ranked = [.. predictions.OrderByDescending(p => p.Confidence).ThenBy(p => p.Passage.Text, StringComparer.Ordinal)];
        var points = new List<(double, double)>();
        int right = 0;
        for (int i = 0; i < ranked.Length; i++)
        {
            right += ranked[i].IsRight ? 1 : 0;
            if ((i + 1) * Steps / ranked.Length > i * Steps / ranked.Length)
            {
                points.Add(((i + 1.0) / ranked.Length, right / (i + 1.0)));
            }
        }

        return points;
    }
}
