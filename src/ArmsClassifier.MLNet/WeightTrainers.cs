using ArmsClassifier.MLNet.Trainers;
using ArmsClassifier.Training;

namespace ArmsClassifier.MLNet;

/// <summary>The trainers of ML.NET that fit the weights of the project's own models.</summary>
public static class WeightTrainers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IWeightTrainer> All { get; } = [MaximumEntropyTrainer.Lbfgs, MaximumEntropyTrainer.Sdca, new AveragedPerceptron()];
}
