using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class LogisticRegressionTests
{
    private static readonly int[] s_iterations = [1, 2, 3, 5, 8, 13, 21, 100];

    [Fact]
    public void At_the_optimum_of_two_labels_the_loss_is_flat_in_every_direction() => ShouldBeFlat(TinyProblem.TwoLabels);

    [Fact]
    public void At_the_optimum_of_three_labels_the_loss_is_flat_in_every_direction() => ShouldBeFlat(TinyProblem.ThreeLabels);

    // The first step goes down the gradient, scaled by feature: per feature, the labels' weights stand to each other as the slopes do.
    [Fact]
    public void The_first_step_follows_the_gradient_found_by_finite_differences()
    {
        TinyProblem problem = TinyProblem.ThreeLabels;
        double[] origin = new double[(problem.Features + 2) * 3];

        double[] step = Fit(problem, maxIterations: 1);
        double[] slopes = Slopes(problem, origin);

        for (int row = 0; row < problem.Features + 2; row++)
        {
            double[] moved = step[(row * 3)..((row * 3) + 3)];
            double[] slope = slopes[(row * 3)..((row * 3) + 3)];
            double factor = -moved.Sum(Math.Abs) / slope.Sum(Math.Abs);
            factor.ShouldBeLessThan(0);
            moved.ShouldBeNear([.. slope.Select(s => s * factor)], (1e-5 * moved.Sum(Math.Abs)) + 1e-9);
        }
    }

    [Fact]
    public void More_iterations_never_give_a_greater_loss()
    {
        TinyProblem problem = TinyProblem.ThreeLabels;
        double[] losses = [.. s_iterations.Select(n => DenseLoss.At(problem, Fit(problem, n)))];

        losses.ShouldBeInOrder(SortDirection.Descending);
        losses[0].ShouldBeLessThan(DenseLoss.At(problem, new double[(problem.Features + 2) * 3]));
    }

    [Fact]
    public void Each_kind_of_table_has_biases_of_its_own_that_no_penalty_holds_back()
    {
        TinyProblem problem = TinyProblem.TwoLabels;

        double[] biases = Fit(problem)[(problem.Features * 2)..];

        biases.Length.ShouldBe(4);
        biases.Distinct().Count().ShouldBe(4);
        (biases[0] + biases[1]).ShouldBe(0, 1e-9);
        (biases[2] + biases[3]).ShouldBe(0, 1e-9);
    }

    private static void ShouldBeFlat(TinyProblem problem)
    {
        double[] optimum = Fit(problem);
        double[] atOrigin = Slopes(problem, new double[optimum.Length]);

        Slopes(problem, optimum).Max(Math.Abs).ShouldBeLessThan(0.01 * atOrigin.Max(Math.Abs));
    }

    private static double[] Fit(TinyProblem problem, int maxIterations = 500) =>
        LogisticRegression.Fit(problem.Matrix, problem.Targets, problem.Settings with { MaxIterations = maxIterations }, null);

    private static double[] Slopes(TinyProblem problem, double[] at)
    {
        const double Width = 1e-4;
        var slopes = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double[] moved = [.. at];
            moved[i] = at[i] + Width;
            double above = DenseLoss.At(problem, moved);
            moved[i] = at[i] - Width;
            slopes[i] = (above - DenseLoss.At(problem, moved)) / (2 * Width);
        }

        return slopes;
    }
}
