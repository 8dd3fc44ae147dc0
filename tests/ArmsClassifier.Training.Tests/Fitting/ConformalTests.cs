using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class ConformalTests
{
    // Split conformal prediction promises c <= E[coverage] <= c + 1/(n + 1) for exchangeable data without ties.
    [Theory]
    [InlineData(20, 50)]
    [InlineData(20, 90)]
    [InlineData(99, 80)]
    [InlineData(199, 95)]
    public void Over_many_draws_the_true_label_is_covered_as_often_as_promised(int calibration, int percent)
    {
        const int Draws = 4000;
        var random = new SplitMix64((ulong)(calibration + percent));
        int covered = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] quantiles = Conformal.Quantiles([.. Enumerable.Range(0, calibration).Select(_ => Probability(ref random))]);
            covered += 1 - Probability(ref random) <= quantiles[percent] ? 1 : 0;
        }

        double deviation = 4 * Math.Sqrt(percent / 100.0 * (1 - (percent / 100.0)) / Draws);
        ((double)covered / Draws).ShouldBeInRange((percent / 100.0) - deviation, (percent / 100.0) + (1.0 / (calibration + 1)) + deviation);
    }

    [Fact]
    public void The_quantiles_are_the_ranks_of_the_method()
    {
        double[] quantiles = Conformal.Quantiles([0.9, 0.5, 0.7, 0.6]);

        quantiles[0].ShouldBe(0);
        quantiles[1].ShouldBe(0.1, 1e-12);
        quantiles[20].ShouldBe(0.1, 1e-12);
        quantiles[21].ShouldBe(0.3, 1e-12);
        quantiles[80].ShouldBe(0.5, 1e-12);
        quantiles[81].ShouldBe(1);
        quantiles[100].ShouldBe(1);
    }

    [Fact]
    public void The_quantiles_are_101_and_ascend_from_0_to_1_whatever_comes_in()
    {
        foreach (double[] probabilities in new double[][] { [], [1], [0, 0, 0], [1 + 1e-12, -1e-12, 0.5] })
        {
            double[] quantiles = Conformal.Quantiles(probabilities);

            quantiles.Length.ShouldBe(101);
            quantiles.ShouldBeInOrder();
            quantiles.ShouldAllBe(q => q >= 0 && q <= 1);
        }
    }

    private static double Probability(ref SplitMix64 random) => Math.Sqrt(random.Next(1_000_000) / 1e6);
}
