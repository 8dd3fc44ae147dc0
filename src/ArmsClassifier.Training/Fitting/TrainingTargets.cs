namespace ArmsClassifier.Training.Fitting;

/// <summary>What a fit aims at, passage by passage.</summary>
internal sealed class TrainingTargets
{
    private TrainingTargets(double[] shares, double[] weights, bool[] isFeed)
    {
        Shares = shares;
        Weights = weights;
        IsFeed = isFeed;
    }

    /// <summary>The share of each label, by passage.</summary>
    public double[] Shares { get; }

    /// <summary>The weight of each passage.</summary>
    public double[] Weights { get; }

    /// <summary>Whether each passage has the biases of a real feed, rather than those of text written to have enough of every label.</summary>
    public bool[] IsFeed { get; }

    /// <summary>The targets of <paramref name="passages"/>.</summary>
    public static TrainingTargets Of(IReadOnlyList<LabelledPassage> passages, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        var shares = new double[passages.Count * labels.Count];
        var index = labels.Select((label, i) => (label, i)).ToDictionary(l => l.label, l => l.i, StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            int also = passages[i].Also is { } second && index.TryGetValue(second, out int known) ? known : -1;
            Span<double> row = shares.AsSpan(i * labels.Count, labels.Count);
            row.Fill(settings.Smoothing / labels.Count);
            double certain = 1 - settings.Smoothing;
            double share = also >= 0 ? settings.AlsoShare * certain : 0;
            row[index[passages[i].Label]] += certain - share;
            if (also >= 0)
            {
                row[also] += share;
            }
        }

        return new TrainingTargets(
            shares, [.. passages.Select(p => settings.TableWeights.GetValueOrDefault(p.Table, 1))], [.. passages.Select(settings.IsFeed)]);
    }
}
