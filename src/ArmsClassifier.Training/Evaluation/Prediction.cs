namespace ArmsClassifier.Training;

/// <summary>A labelled passage with what a model said of it.</summary>
/// <param name="Passage">The passage with its true label.</param>
/// <param name="Label">The label that the model gave, or <see cref="Classifier.Unsupported"/>.</param>
/// <param name="Confidence">Calibrated probability of that label, 0 to 1.</param>
public sealed record Prediction(LabelledPassage Passage, string Label, double Confidence)
{
    /// <summary>Probability of every label; empty where the model was not asked, as of page furniture, or did not know the language.</summary>
    public IReadOnlyList<LabelProbability> Probabilities { get; init; } = [];

    /// <summary>Whether the model gave the true label.</summary>
    public bool IsRight => Label == Passage.Label;

    /// <summary>Whether the model gave the true label or the second one.</summary>
    public bool IsDefensible => IsRight || Label == Passage.Also;

    /// <summary>Probability of <paramref name="label"/>, 0 to 1.</summary>
    public double ProbabilityOf(string label)
    {
        foreach (LabelProbability probability in Probabilities)
        {
            if (probability.Label == label)
            {
                return probability.Probability;
            }
        }

        return label == Label ? Confidence : 0;
    }
}
