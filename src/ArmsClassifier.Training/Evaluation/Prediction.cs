namespace ArmsClassifier.Training;

/// <summary>A labelled passage with what a model said of it.</summary>
/// <param name="Passage">The passage with its true label.</param>
/// <param name="Label">The label that the model gave, or <see cref="Classifier.Unsupported"/>.</param>
/// <param name="Confidence">Calibrated probability of that label, 0 to 1.</param>
public readonly record struct Prediction(LabelledPassage Passage, string Label, double Confidence)
{
    /// <summary>Whether the model gave the true label.</summary>
    public bool IsRight => Label == Passage.Label;

    /// <summary>Whether the model gave the true label or the second one.</summary>
    public bool IsDefensible => IsRight || Label == Passage.Also;
}
