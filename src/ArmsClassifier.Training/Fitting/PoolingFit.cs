using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Fits how much the views of a passage count, by maximum likelihood on scores of passages that the model has not seen.</summary>
internal static class PoolingFit
{
    // Holds the weights of a small table at those of the passage alone; thousands of passages outweigh it.
    private const double Penalty = 4;

    private const int MaxIterations = 200;
    private const int Memory = 10;
    private const double Tolerance = 1e-9;

    /// <summary>The best pooling for <paramref name="views"/> at <paramref name="temperature"/>.</summary>
    /// <param name="views">By passage, a score per view and label.</param>
    /// <param name="truth">By passage, the index of its label.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="temperature">What scores are divided by.</param>
    public static double[] Fit(IReadOnlyList<double[]> views, IReadOnlyList<int> truth, int labels, double temperature)
    {
        double[] start = Pooling.PassageAlone(labels);
        double[] moved = new Lbfgs(Memory, MaxIterations, Tolerance).Minimize(LossAndGradient, start.Length, null);
        return Sum(start, moved);

        double LossAndGradient(double[] move, double[] gradient)
        {
            double[] pooling = Sum(start, move);
            var scores = new double[labels];
            double loss = 0;
            gradient.AsSpan().Clear();
            for (int i = 0; i < views.Count; i++)
            {
                Pooling.Apply(pooling, views[i], scores);
                Softmax.Apply(scores, temperature);
                loss -= Math.Log(Math.Max(scores[truth[i]], double.Epsilon));
                scores[truth[i]]--;
                for (int at = 0; at < pooling.Length; at++)
                {
                    gradient[at] += scores[at % labels] / temperature * (at < views[i].Length ? views[i][at] : 1);
                }
            }

            for (int at = 0; at < move.Length; at++)
            {
                loss += Penalty / 2 * move[at] * move[at];
                gradient[at] += Penalty * move[at];
            }

            return loss;
        }
    }

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];
}
