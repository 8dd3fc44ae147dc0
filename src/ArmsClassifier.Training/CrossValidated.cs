using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>A table that was cross-validated by article: what each model said of the passages that it was trained without.</summary>
/// <param name="Text">The table, read.</param>
/// <param name="Folds">The fold of each passage.</param>
/// <param name="Labels">The labels in their order.</param>
/// <param name="Lexicon">The lexicon's entries.</param>
/// <param name="HeldOut">The held-out scores, in the order of the rows.</param>
/// <param name="Calibrated">What is fitted on them.</param>
/// <param name="Settings">The settings.</param>
internal sealed record CrossValidated(
    TrainingText Text, int[] Folds, string[] Labels, IReadOnlyList<LexiconEntry> Lexicon, HeldOut[] HeldOut, Calibrated Calibrated, TrainingSettings Settings)
{
    /// <summary>The predictions for the mix of labels that the model is for.</summary>
    public IReadOnlyList<Prediction> Predictions => [.. HeldOut.Select(h => h.Predict(Labels, Calibrated.Pooling, Calibrated.Info.Temperature))];

    /// <summary>The predictions with the biases of each passage's own kind of table.</summary>
    public IReadOnlyList<Prediction> OwnMix => [.. HeldOut.Select(h => h.PredictOwnMix(Labels, Settings, Calibrated.LearntPooling, Calibrated.Info.Temperature))];
}
