namespace ArmsClassifier.Training;

/// <summary>
/// Fits the weights of a linear model to training text: the part of training that can be exchanged. What comes before it (text, features,
/// targets) and after it (compilation, calibration, evaluation) is the same for all.
/// </summary>
public interface IWeightTrainer
{
    /// <summary>What the trainer is called; written into the models that it trains.</summary>
    string Name { get; }

    /// <summary>Fits weights. The same problem must give the same weights: models are reproducible.</summary>
    /// <param name="problem">What to fit.</param>
    /// <param name="settings">The settings of the training; trainers use those that they have a use for.</param>
    /// <returns>
    /// By feature and label, as score per value of the feature: (features + 2) · labels numbers, of which the last two rows are the biases of
    /// feeds and of other text (see <see cref="TrainingProblem.IsFeed"/>).
    /// </returns>
    double[] Fit(TrainingProblem problem, TrainingSettings settings);
}
