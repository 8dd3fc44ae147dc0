using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>What a trainer of weights fits: passages by features, and what each passage should be labelled. Immutable.</summary>
public sealed class TrainingProblem
{
    internal TrainingProblem(TermCounts counts, FeatureSpace space, TrainingTargets targets, int labels)
    {
        Counts = counts;
        Space = space;
        Targets = targets;
        Matrix = new TrainingMatrix(counts, space.TermRows, space.Features.Length, labels);
        Labels = labels;
    }

    /// <summary>Number of passages.</summary>
    public int Passages => Matrix.Passages;

    /// <summary>Number of features.</summary>
    public int Features => Matrix.Features;

    /// <summary>Number of labels.</summary>
    public int Labels { get; }

    /// <summary>The terms of the passages.</summary>
    internal TermCounts Counts { get; }

    /// <summary>The features.</summary>
    internal FeatureSpace Space { get; }

    /// <summary>The passages as matrices.</summary>
    internal TrainingMatrix Matrix { get; }

    /// <summary>What the passages should be labelled.</summary>
    internal TrainingTargets Targets { get; }

    /// <summary>The features of a passage with their values, in ascending order of features. Calculated anew at each call.</summary>
    public IReadOnlyList<(int Feature, float Value)> Row(int passage) => Matrix.Row(passage);

    /// <summary>The share of each label that a passage should be given; sums to 1.</summary>
    public ReadOnlySpan<double> Shares(int passage) => Targets.Shares.AsSpan(passage * Labels, Labels);

    /// <summary>What the loss of a passage counts.</summary>
    public double Weight(int passage) => Targets.Weights[passage];

    /// <summary>Whether a passage comes from text with the mix of labels of a feed, rather than from text written to have enough of every label.</summary>
    public bool IsFeed(int passage) => Targets.IsFeed[passage];
}
