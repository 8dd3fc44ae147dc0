using System.Runtime.Intrinsics;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Limited-memory BFGS (Nocedal, 1980) with a backtracking line search: never goes up, works in place, gives the same bits on every machine.
/// </summary>
/// <remarks>
/// MathNet's minimizer was tried first. On a fit of the shipped size it spent three quarters of the time allocating vectors of its own, its
/// line search let the loss rise from step to step, and after 100 iterations it was where this one is after 40.
/// </remarks>
internal sealed class Lbfgs(int memory, int maxIterations, double tolerance)
{
    private const double SufficientDecrease = 1e-4;
    private const int MaxBacktracks = 20;

    private readonly List<(double[] Step, double[] Change, double Curvature)> _pairs = [];

    /// <summary>A function to be minimised: writes its gradient at a point, returns its value.</summary>
    public delegate double Objective(double[] point, double[] gradient);

    /// <summary>Minimises <paramref name="objective"/> from the origin.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="dimensions">Its number of variables.</param>
    /// <param name="onIteration">Told the number of iterations so far.</param>
    /// <returns>The lowest point.</returns>
    public double[] Minimize(Objective objective, int dimensions, Action<int>? onIteration)
    {
        var point = new double[dimensions];
        var gradient = new double[dimensions];
        var next = new double[dimensions];
        var nextGradient = new double[dimensions];
        var direction = new double[dimensions];
        double value = objective(point, gradient);
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            Direction(gradient, direction);
            double slope = Dot(gradient, direction);
            double step = _pairs.Count == 0 ? 1 / Math.Max(1e-12, Math.Sqrt(Dot(gradient, gradient))) : 1;
            double nextValue = 0;
            int tries = 0;
            for (; tries < MaxBacktracks; tries++, step /= 2)
            {
                Combine(point, step, direction, next);
                nextValue = objective(next, nextGradient);
                if (nextValue <= value + (SufficientDecrease * step * slope))
                {
                    break;
                }
            }

            if (tries == MaxBacktracks)
            {
                break;
            }

            Remember(point, next, gradient, nextGradient);
            (point, next) = (next, point);
            (gradient, nextGradient) = (nextGradient, gradient);
            double decrease = value - nextValue;
            value = nextValue;
            onIteration?.Invoke(iteration);
            if (decrease <= tolerance * Math.Abs(value))
            {
                break;
            }
        }

        return point;
    }

    /// <summary>Minus the gradient times the approximate inverse Hessian, by the two-loop recursion.</summary>
    private void Direction(double[] gradient, double[] direction)
    {
        Combine(gradient, -2, gradient, direction);
        var shares = new double[_pairs.Count];
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = Dot(_pairs[i].Step, direction) / _pairs[i].Curvature;
            Combine(direction, -shares[i], _pairs[i].Change, direction);
        }

        if (_pairs.Count > 0)
        {
            (_, double[] change, double curvature) = _pairs[^1];
            Combine(direction, (curvature / Dot(change, change)) - 1, direction, direction);
        }

        for (int i = 0; i < _pairs.Count; i++)
        {
            double share = Dot(_pairs[i].Change, direction) / _pairs[i].Curvature;
            Combine(direction, shares[i] - share, _pairs[i].Step, direction);
        }
    }

    private void Remember(double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        bool isFull = _pairs.Count == memory;
        double[] step = isFull ? _pairs[0].Step : new double[point.Length];
        double[] change = isFull ? _pairs[0].Change : new double[point.Length];
        Combine(next, -1, point, step);
        Combine(nextGradient, -1, gradient, change);
        double curvature = Dot(step, change);
        if (isFull)
        {
            _pairs.RemoveAt(0);
        }

        // Without positive curvature the pair would spoil the approximation.
        if (curvature > 0)
        {
            _pairs.Add((step, change, curvature));
        }
    }

    /// <summary><paramref name="result"/> = <paramref name="a"/> + <paramref name="factor"/> · <paramref name="b"/>; may be one of them.</summary>
    private static void Combine(double[] a, double factor, double[] b, double[] result)
    {
        int i = 0;
        for (; i + Vector256<double>.Count <= a.Length; i += Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref a[i]) + (factor * Vector256.LoadUnsafe(ref b[i]))).StoreUnsafe(ref result[i]);
        }

        for (; i < a.Length; i++)
        {
            result[i] = a[i] + (factor * b[i]);
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        int i = 0;
        for (; i + Vector256<double>.Count <= a.Length; i += Vector256<double>.Count)
        {
            sums += Vector256.LoadUnsafe(ref a[i]) * Vector256.LoadUnsafe(ref b[i]);
        }

        double sum = sums[0] + sums[1] + sums[2] + sums[3];
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
