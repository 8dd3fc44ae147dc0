using ArmsClassifier.Scoring;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class TemperatureTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(6)]
    public void A_known_temperature_is_recovered(double temperature)
    {
        (double[][] scores, int[] labels) = Drawn(temperature, count: 20_000);

        Temperature.Fit(scores, labels).ShouldBe(temperature, 0.05 * temperature);
    }

    [Fact]
    public void Scores_that_are_always_right_give_a_temperature_within_bounds() =>
        Temperature.Fit([[3, 0], [0, 4], [5, 1]], [0, 1, 0]).ShouldBeInRange(0.1, 10);

    [Fact]
    public void Scores_that_are_always_wrong_give_a_temperature_within_bounds() =>
        Temperature.Fit([[3, 0], [0, 4], [5, 1]], [1, 0, 1]).ShouldBeInRange(0.1, 10);

    [Fact]
    public void Scores_that_say_nothing_give_a_temperature_within_bounds() =>
        Temperature.Fit([[1, 1], [2, 2], [0, 0]], [1, 0, 1]).ShouldBeInRange(0.1, 10);

    [Fact]
    public void The_scores_are_left_as_they_were()
    {
        double[] scores = [3, 0];

        Temperature.Fit([scores, [0, 1], [1, 0]], [0, 1, 1]);

        scores.ShouldBe([3, 0]);
    }

    /// <summary>Scores with labels drawn from the probabilities that they have at <paramref name="temperature"/>.</summary>
    private static (double[][] Scores, int[] Labels) Drawn(double temperature, int count)
    {
        var random = new SplitMix64(7);
        var scores = new double[count][];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            scores[i] = [.. Enumerable.Range(0, 4).Select(_ => (random.Next(10_001) - 5000) / 1000.0 * temperature)];
            double[] probabilities = [.. scores[i]];
            Softmax.Apply(probabilities, temperature);
            double drawn = random.Next(1_000_000) / 1e6;
            for (double sum = probabilities[0]; sum <= drawn && labels[i] < 3; sum += probabilities[labels[i]])
            {
                labels[i]++;
            }
        }

        return (scores, labels);
    }
}
