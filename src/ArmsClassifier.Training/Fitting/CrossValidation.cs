using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>The scores of a passage under a model that was trained without its article.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Scores">Its scores with the biases of a feed, as shipped.</param>
/// <param name="BalancedShift">What the biases of other tables would add.</param>
internal readonly record struct HeldOut(LabelledPassage Passage, double[] Scores, double[] BalancedShift)
{
    /// <summary>What that model says at <paramref name="temperature"/>.</summary>
    public Prediction Predict(IReadOnlyList<string> labels, double temperature)
    {
        double[] probabilities = [.. Scores];
        Softmax.Apply(probabilities, temperature);
        int best = Softmax.ArgMax(probabilities);
        return new Prediction(Passage, labels[best], probabilities[best]) { Probabilities = [.. labels.Select((label, i) => new LabelProbability(label, probabilities[i]))] };
    }

    /// <summary>The same with other biases.</summary>
    public HeldOut Shifted(double[] shift) => this with { Scores = [.. Scores.Select((score, i) => score + shift[i])] };

    /// <summary>What that model says with the biases of the passage's own kind of table.</summary>
    public Prediction PredictOwnMix(IReadOnlyList<string> labels, TrainingSettings settings, double temperature)
    {
        double[] shift = BalancedShift;
        return settings.IsFeed(Passage)
            ? Predict(labels, temperature)
            : Shifted(shift).Predict(labels, temperature);
    }
}

/// <summary>Trains on all folds but one and scores that one with the scorer that ships, for each fold.</summary>
internal static class CrossValidation
{
    /// <summary>The held-out scores of all <paramref name="rows"/>, in their order; <paramref name="folds"/> has the fold of each.</summary>
    public static HeldOut[] Run(
        LabelledPassage[] rows, int[] folds, IReadOnlyList<string> labels, IReadOnlyList<LexiconEntry> lexicon, TrainingSettings settings, Action<int>? onFold)
    {
        var heldOut = new HeldOut[rows.Length];
        for (int fold = 0; fold < settings.Folds; fold++)
        {
            onFold?.Invoke(fold);
            int[] test = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] == fold)];
            HeldOut[] scored = Score([.. rows.Where((_, i) => folds[i] != fold)], Array.ConvertAll(test, i => rows[i]), labels, lexicon, settings);
            for (int i = 0; i < test.Length; i++)
            {
                heldOut[test[i]] = scored[i];
            }
        }

        return heldOut;
    }

    /// <summary>Trains on some passages, in canonical order, and scores others.</summary>
    public static HeldOut[] Score(
        LabelledPassage[] training, LabelledPassage[] test, IReadOnlyList<string> labels, IReadOnlyList<LexiconEntry> lexicon, TrainingSettings settings)
    {
        FittedModel fitted = ModelFitter.Fit(training, labels, lexicon, settings, null);
        var model = new LinearModel(Calibration.Uncalibrated(labels, settings), fitted.Marks, fitted.Tensors);
        double[] shift = [.. fitted.BalancedBias.Select((bias, i) => bias - fitted.Tensors.Bias[i])];
        var scored = new HeldOut[test.Length];
        Parallel.For(0, test.Length, i => scored[i] = new HeldOut(test[i], Score(model, test[i].Text), shift));
        return scored;
    }

    private static double[] Score(LinearModel model, string text)
    {
        var scores = new double[model.Info.Labels.Count];
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        Scorer.Score(model, folded, scores);
        return scores;
    }
}
