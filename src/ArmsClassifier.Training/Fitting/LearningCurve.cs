namespace ArmsClassifier.Training.Fitting;

/// <summary>How much better a model gets with more passages: trains on parts of what the first fold leaves, and scores that fold.</summary>
internal static class LearningCurve
{
    private static readonly double[] s_parts = [0.125, 0.25, 0.5];

    /// <summary>The points of the curve. The last one is the cross-validation's own, whose scores are <paramref name="heldOut"/>.</summary>
    public static IReadOnlyList<LearningPoint> Run(
        LabelledPassage[] rows, int[] folds, HeldOut[] heldOut, IReadOnlyList<string> labels, IReadOnlyList<LexiconEntry> lexicon, TrainingSettings settings)
    {
        // Folds of folds keep near-duplicates together, as the folds themselves do.
        LabelledPassage[] test = [.. rows.Where((_, i) => folds[i] == 0)];
        LabelledPassage[] training = [.. rows.Where((_, i) => folds[i] != 0)];
        int[] eighths = DataSplit.Folds(training, 8);
        var points = new List<LearningPoint>();
        foreach (double part in s_parts)
        {
            LabelledPassage[] some = [.. training.Where((_, i) => eighths[i] < part * 8)];
            if (some.Any(settings.IsFeed) && some.Select(p => p.Label).Distinct(StringComparer.Ordinal).Count() == labels.Count)
            {
                points.Add(new LearningPoint(some.Length, MacroF1(CrossValidation.Score(some, test, labels, lexicon, settings))));
            }
        }

        return [.. points, new LearningPoint(training.Length, MacroF1(heldOut.Where((_, i) => folds[i] == 0)))];

        double MacroF1(IEnumerable<HeldOut> scored) => Evaluator.Report([.. scored.Select(s => s.PredictOwnMix(labels, settings, 1))]).MacroF1;
    }
}
