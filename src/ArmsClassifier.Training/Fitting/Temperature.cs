using ArmsClassifier.Scoring;
using MathNet.Numerics;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Temperature scaling (Guo et al., 2017): one divisor of all scores, chosen to minimise the loss on scores of passages that the model has not seen.</summary>
internal static class Temperature
{
    private const double Lowest = 0.1;
    private const double Highest = 10;

    /// <summary>The best temperature for <paramref name="scores"/>.</summary>
    public static double Fit(IReadOnlyList<double[]> scores, IReadOnlyList<int> labels)
    {
        double logTemperature = FindMinimum.OfScalarFunctionConstrained(t => Loss(scores, labels, Math.Exp(t)), Math.Log(Lowest), Math.Log(Highest), 1e-6);
        // The search may step out of its interval where the loss has no minimum inside.
        return Math.Clamp(Math.Exp(logTemperature), Lowest, Highest);
    }

    private static double Loss(IReadOnlyList<double[]> scores, IReadOnlyList<int> labels, double temperature)
    {
        double loss = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            double[] probabilities = [.. scores[i]];
            Softmax.Apply(probabilities, temperature);
            loss -= Math.Log(Math.Max(probabilities[labels[i]], double.Epsilon));
        }

        return loss;
    }
}
