using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>The scores of a passage under a model that was trained without its article.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Views">Its scores by view and label with the biases of a feed, before pooling.</param>
/// <param name="BalancedShift">What the biases of other tables would add to each view, by label.</param>
internal readonly record struct HeldOut(LabelledPassage Passage, double[] Views, double[] BalancedShift)
{
    /// <summary>The pooled scores.</summary>
    public double[] Scores(double[] pooling)
    {
        var scores = new double[BalancedShift.Length];
        Pooling.Apply(pooling, Views, scores);
        return scores;
    }

    /// <summary>What that model says at <paramref name="temperature"/>.</summary>
    public Prediction Predict(IReadOnlyList<string> labels, double[] pooling, double temperature)
    {
        double[] probabilities = Scores(pooling);
        Softmax.Apply(probabilities, temperature);
        int best = Softmax.ArgMax(probabilities);
        return new Prediction(Passage, labels[best], probabilities[best]) { Probabilities = [.. labels.Select((label, i) => new LabelProbability(label, probabilities[i]))] };
    }

    /// <summary>What that model says with the biases of the passage's own kind of table.</summary>
    public Prediction PredictOwnMix(IReadOnlyList<string> labels, TrainingSettings settings, double[] pooling, double temperature)
    {
        double[] shift = BalancedShift;
        HeldOut own = settings.IsFeed(Passage) ? this : this with { Views = [.. Views.Select((score, i) => score + shift[i % shift.Length])] };
        return own.Predict(labels, pooling, temperature);
    }
}
