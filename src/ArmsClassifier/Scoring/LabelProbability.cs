namespace ArmsClassifier;

/// <summary>A label with its calibrated probability.</summary>
/// <param name="Label">The label.</param>
/// <param name="Probability">Between 0 and 1; the probabilities of all labels sum to 1.</param>
public readonly record struct LabelProbability(string Label, double Probability);
