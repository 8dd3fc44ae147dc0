using MathNet.Numerics.Distributions;

namespace ArmsClassifier.Training;

/// <summary>Holds two models to each other on labelled passages that neither was trained on.</summary>
public static class ModelComparer
{
    /// <summary>Compares what two models say of the same passages.</summary>
    /// <param name="before">The old model's predictions (<see cref="Evaluator.Predict"/>).</param>
    /// <param name="after">The new model's, in the same order.</param>
    /// <exception cref="ArgumentException">The predictions are not of the same passages.</exception>
    public static ModelDifference Compare(IReadOnlyList<Prediction> before, IReadOnlyList<Prediction> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (Prediction Old, Prediction New)[] both = [.. before.Zip(after)];
        if (before.Count != after.Count || both.Any(pair => !ReferenceEquals(pair.Old.Passage, pair.New.Passage)))
        {
            throw new ArgumentException("the predictions are not of the same passages in the same order", nameof(after));
        }

        (double low, double high) = Interval(both);
        int right = both.Count(pair => pair.New.IsRight && !pair.Old.IsRight);
        int wrong = both.Count(pair => pair.Old.IsRight && !pair.New.IsRight);
        return new ModelDifference
        {
            Old = Evaluator.Report(before),
            New = Evaluator.Report(after),
            MacroF1Low = low,
            MacroF1High = high,
            PutRight = right,
            PutWrong = wrong,
            McNemar = right == wrong ? 1 : 2 * Binomial.CDF(0.5, right + wrong, Math.Min(right, wrong)),
            Changed = [.. both.Where(pair => pair.Old.Label != pair.New.Label)],
        };
    }

    /// <summary>Paired: a resample draws the same articles for both.</summary>
    private static (double Low, double High) Interval((Prediction Old, Prediction New)[] both)
    {
        string[] labels = [.. both.Select(pair => pair.Old.Passage.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int half = labels.Length * 3;
        return Bootstrap.Interval(
            [
                .. both.GroupBy(pair => pair.Old.Passage.Article, StringComparer.Ordinal).OrderBy(article => article.Key, StringComparer.Ordinal)
                    .Select(article => (double[])[.. Evaluator.Counts(article.Select(pair => pair.Old), labels), .. Evaluator.Counts(article.Select(pair => pair.New), labels)]),
            ],
            counts => Evaluator.MacroF1OfCounts(counts[half..]) - Evaluator.MacroF1OfCounts(counts[..half]));
    }
}
