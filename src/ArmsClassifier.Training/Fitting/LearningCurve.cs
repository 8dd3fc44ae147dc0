using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>How much better a model gets with more passages: trains on parts of what the first fold leaves, and scores that fold.</summary>
internal static class LearningCurve
{
    private static readonly double[] s_parts = [0.125, 0.25, 0.5];

    /// <summary>The points of the curve. The last one is the cross-validation's own, whose scores are <paramref name="heldOut"/>.</summary>
    public static IReadOnlyList<LearningPoint> Run(TrainingText text, int[] folds, HeldOut[] heldOut, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        int[] all = [.. Enumerable.Range(0, folds.Length)];
        int[] test = Array.FindAll(all, row => folds[row] == 0);
        int[] training = Array.FindAll(all, row => folds[row] != 0);

        // Folds of folds keep near-duplicates together, as the folds themselves do.
        int[] eighths = DataSplit.Folds(Array.ConvertAll(training, row => text.Rows[row]), 8);
        var points = new List<LearningPoint>();
        foreach (double part in s_parts)
        {
            int[] some = [.. training.Where((_, i) => eighths[i] < part * 8)];
            LabelledPassage[] rows = Array.ConvertAll(some, row => text.Rows[row]);
            if (rows.Any(settings.IsFeed) && rows.Select(p => p.Label).Distinct(StringComparer.Ordinal).Count() == labels.Count)
            {
                points.Add(new LearningPoint(some.Length, MacroF1(CrossValidation.Score(text, some, test, labels, settings))));
            }
        }

        return [.. points, new LearningPoint(training.Length, MacroF1(test.Select(row => heldOut[row])))];

        double MacroF1(IEnumerable<HeldOut> scored) => Evaluator.Report([.. scored.Select(s => s.PredictOwnMix(labels, settings, Pooling.PassageAlone(labels.Count), 1))]).MacroF1;
    }
}
