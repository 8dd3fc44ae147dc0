namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// The trainer of the shipped model: the mean of two logistic regressions, a plain one and one whose weights are scaled by how unevenly a
/// feature is spread over the labels.
/// </summary>
internal sealed class TwoRegressions : IWeightTrainer
{
    /// <inheritdoc/>
    public string Name => TrainingSettings.OwnTrainer;

    /// <inheritdoc/>
    public double[] Fit(TrainingProblem problem, TrainingSettings settings)
    {
        double[] weights = LogisticRegression.Fit(problem.Matrix, problem.Targets, settings.C, null, settings.MaxIterations);
        if (settings.BayesC <= 0)
        {
            return weights;
        }

        double[] scales = BayesScales.Of(problem.Counts, problem.Space.TermRows, problem.Targets, problem.Features);
        double[] second = LogisticRegression.Fit(problem.Matrix, problem.Targets, settings.BayesC, scales, settings.MaxIterations);
        return [.. weights.Zip(second, (a, b) => (a + b) / 2)];
    }
}
