using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class LbfgsTests
{
    private const int Dimensions = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(41)]
    public void The_minimum_of_a_badly_scaled_quadratic_is_found(int dimensions)
    {
        (double[] point, _) = Run(Quadratic, dimensions, memory: 6);

        point.ShouldBeNear([.. Enumerable.Range(1, dimensions).Select(i => (double)i)], 1e-3);
    }

    [Fact]
    public void The_minimum_of_Rosenbrock_in_ten_dimensions_is_found()
    {
        (double[] point, List<double> values) = Run(Rosenbrock, Dimensions, memory: 6);

        point.ShouldBeNear([.. Enumerable.Repeat(1.0, Dimensions)], 1e-3);
        values.Count.ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(50)]
    public void No_iteration_goes_up(int memory)
    {
        foreach (Lbfgs.Objective objective in new Lbfgs.Objective[] { Quadratic, Rosenbrock, Wavy })
        {
            (_, List<double> values) = Run(objective, Dimensions, memory);

            values.Count.ShouldBeGreaterThan(2);
            values.ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Fact]
    public void At_a_minimum_it_stays_there()
    {
        (double[] point, _) = Run(Square, Dimensions, memory: 6);

        point.ShouldAllBe(x => x == 0);
    }

    [Fact]
    public void Iterations_are_counted_from_one_up_to_the_limit()
    {
        var told = new List<int>();

        new Lbfgs(6, 7, 0).Minimize(Rosenbrock, Dimensions, told.Add);

        told.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    /// <summary>Minimises, keeping the value at the beginning and after every iteration: the last one evaluated is the one accepted.</summary>
    private static (double[] Point, List<double> Values) Run(Lbfgs.Objective objective, int dimensions, int memory)
    {
        var values = new List<double> { objective(new double[dimensions], new double[dimensions]) };
        double last = 0;
        double[] point = new Lbfgs(memory, 1000, 1e-14).Minimize(
            (at, gradient) => last = objective(at, gradient), dimensions, _ => values.Add(last));
        objective(point, new double[dimensions]).ShouldBe(values[^1]);
        return (point, values);
    }

    private static double Quadratic(double[] at, double[] gradient)
    {
        double value = 0;
        for (int i = 0; i < at.Length; i++)
        {
            double curvature = Math.Pow(2, i % 8);
            gradient[i] = curvature * (at[i] - i - 1);
            value += gradient[i] * (at[i] - i - 1) / 2;
        }

        return value;
    }

    private static double Rosenbrock(double[] at, double[] gradient)
    {
        Array.Clear(gradient);
        double value = 0;
        for (int i = 0; i + 1 < at.Length; i++)
        {
            double valley = at[i + 1] - (at[i] * at[i]);
            value += (100 * valley * valley) + ((1 - at[i]) * (1 - at[i]));
            gradient[i] += (-400 * at[i] * valley) - (2 * (1 - at[i]));
            gradient[i + 1] += 200 * valley;
        }

        return value;
    }

    private static double Wavy(double[] at, double[] gradient)
    {
        double value = 0;
        for (int i = 0; i < at.Length; i++)
        {
            double x = at[i] - 3 - i;
            value += (x * x / 10) + Math.Cos(3 * x);
            gradient[i] = (x / 5) - (3 * Math.Sin(3 * x));
        }

        return value;
    }

    private static double Square(double[] at, double[] gradient)
    {
        at.CopyTo(gradient, 0);
        return at.Sum(x => x * x) / 2;
    }
}
