namespace ArmsClassifier.Training.Tests;

public sealed class LogisticRegressionTests
{
    private const int Enough = 500;

    private static readonly int[] s_iterations = [1, 2, 3, 5, 8, 13, 21, 100];

    [Fact]
    public void At_the_optimum_of_two_labels_the_loss_is_flat_in_every_direction() => ShouldBeFlat(TinyProblem.TwoLabels);

    [Fact]
    public void At_the_optimum_of_three_labels_the_loss_is_flat_in_every_direction() => ShouldBeFlat(TinyProblem.ThreeLabels);

    [Fact]
    public void With_scales_the_penalty_is_on_what_they_multiply()
    {
        TinyProblem problem = TinyProblem.TwoLabels;
        double[] scales = [.. DenseMatrix.RandomVector(problem.Features * 2, 4).Select(x => 0.2 + Math.Abs(x))];

        ShouldBeFlat(problem, scales);
    }

    [Fact]
    public void A_scale_of_zero_leaves_a_weight_out()
    {
        TinyProblem problem = TinyProblem.TwoLabels;
        double[] scales = [.. Enumerable.Range(0, problem.Features * 2).Select(i => i % 2)];

        double[] weights = problem.Steps.Fit(Enough, scales);

        weights.Take(problem.Features * 2).Where((_, i) => i % 2 == 0).ShouldAllBe(w => w == 0);
        weights.Take(problem.Features * 2).Where((_, i) => i % 2 == 1).ShouldAllBe(w => w != 0);
    }

    // The first step goes down the gradient, scaled by feature: per feature, the labels' weights stand to each other as the slopes do.
    [Fact]
    public void The_first_step_follows_the_gradient_found_by_finite_differences()
    {
        TinyProblem problem = TinyProblem.ThreeLabels;
        double[] origin = new double[problem.Weights];

        double[] step = problem.Steps.Fit(maxIterations: 1);
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
        double[] losses = [.. s_iterations.Select(n => DenseLoss.At(problem, problem.Steps.Fit(n)))];

        losses.ShouldBeInOrder(SortDirection.Descending);
        losses[0].ShouldBeLessThan(DenseLoss.At(problem, new double[problem.Weights]));
    }

    [Fact]
    public void Each_kind_of_table_has_biases_of_its_own_that_no_penalty_holds_back()
    {
        TinyProblem problem = TinyProblem.TwoLabels;

        double[] biases = problem.Steps.Fit(Enough)[(problem.Features * 2)..];

        biases.Length.ShouldBe(4);
        biases.Distinct().Count().ShouldBe(4);
        (biases[0] + biases[1]).ShouldBe(0, 1e-9);
        (biases[2] + biases[3]).ShouldBe(0, 1e-9);
    }

    private static void ShouldBeFlat(TinyProblem problem, double[]? scales = null)
    {
        double[] optimum = problem.Steps.Fit(Enough, scales);
        double steepest = Slopes(problem, new double[optimum.Length], scales).Max(Math.Abs);

        Slopes(problem, optimum, scales).Max(Math.Abs).ShouldBeLessThan(0.01 * steepest);
    }

    private static double[] Slopes(TinyProblem problem, double[] at, double[]? scales = null)
    {
        const double Width = 1e-4;
        var slopes = new double[at.Length];
        double[] moved = [.. at];
        for (int i = 0; i < at.Length; i++)
        {
            moved[i] = at[i] + Width;
            double above = DenseLoss.At(problem, moved, scales);
            moved[i] = at[i] - Width;
            slopes[i] = (above - DenseLoss.At(problem, moved, scales)) / (2 * Width);
            moved[i] = at[i];
        }

        return slopes;
    }
}
