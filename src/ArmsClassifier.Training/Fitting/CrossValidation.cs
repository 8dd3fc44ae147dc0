using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Trains on all folds but one and scores that one with the scorer that ships, for each fold.</summary>
internal static class CrossValidation
{
    /// <summary>The held-out scores of all passages of <paramref name="text"/>, in their order; <paramref name="folds"/> has the fold of each.</summary>
    public static HeldOut[] Run(TrainingText text, int[] folds, IReadOnlyList<string> labels, TrainingSettings settings, Action<int>? onFold)
    {
        int[] all = [.. Enumerable.Range(0, folds.Length)];
        var heldOut = new HeldOut[folds.Length];
        for (int fold = 0; fold < settings.Folds; fold++)
        {
            onFold?.Invoke(fold);
            int[] test = Array.FindAll(all, row => folds[row] == fold);
            HeldOut[] scored = Score(text, Array.FindAll(all, row => folds[row] != fold), test, labels, settings);
            for (int i = 0; i < test.Length; i++)
            {
                heldOut[test[i]] = scored[i];
            }
        }

        return heldOut;
    }

    /// <summary>Trains on some passages of <paramref name="text"/> and scores others.</summary>
    public static HeldOut[] Score(TrainingText text, int[] training, int[] test, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        FittedModel fitted = ModelFitter.Fit(text, training, labels, settings);
        var model = new LinearModel(Calibration.Uncalibrated(labels, settings), fitted.Marks, fitted.Tensors);
        double[] shift = [.. fitted.BalancedBias.Select((bias, i) => bias - fitted.Tensors.Bias[i])];
        var scored = new HeldOut[test.Length];
        Parallel.For(0, test.Length, i => scored[i] = new HeldOut(text.Rows[test[i]], Views(model, text.Rows[test[i]].Text), shift));
        return scored;
    }

    private static double[] Views(LinearModel model, string text)
    {
        var views = new double[Pooling.Views * model.Info.Labels.Count];
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        Scorer.WriteViews(model, folded, views);
        return views;
    }
}
