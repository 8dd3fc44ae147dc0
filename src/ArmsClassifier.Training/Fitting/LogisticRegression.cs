using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Multinomial logistic regression with an L2 penalty on all weights but the biases, fitted by limited-memory BFGS (Liu and Nocedal, 1989).
/// </summary>
internal sealed class LogisticRegression
{
    private const int Memory = 10;
    private const double GradientTolerance = 1e-6;
    private const double ProgressTolerance = 1e-6;

    private readonly TrainingMatrix _data;
    private readonly double[] _targets;
    private readonly double[] _passageWeights;
    private readonly double _penalty;
    private readonly double _totalWeight;
    private readonly int _labels;
    private readonly double[] _scores;
    private readonly double[] _losses;
    private Action<int>? _onIteration;
    private int _evaluations;
    private double _lowestLoss = double.PositiveInfinity;
    private double[] _lowest = [];

    private LogisticRegression(TrainingMatrix data, double[] targets, double[] passageWeights, double c)
    {
        _data = data;
        _targets = targets;
        _passageWeights = passageWeights;
        _totalWeight = passageWeights.Sum();
        _penalty = 1 / (c * _totalWeight);
        _labels = targets.Length / data.Passages;
        _scores = new double[targets.Length];
        _losses = new double[data.Passages];
    }

    /// <summary>Fits weights, by feature and label, followed by a bias per label.</summary>
    /// <param name="data">The training text.</param>
    /// <param name="targets">The share of each label, by passage.</param>
    /// <param name="passageWeights">The weight of each passage.</param>
    /// <param name="settings">Penalty and bounds.</param>
    /// <param name="onIteration">Called with the number of evaluations so far.</param>
    public static double[] Fit(TrainingMatrix data, double[] targets, double[] passageWeights, TrainingSettings settings, Action<int>? onIteration)
    {
        // The provider's own threads would split sums by processor count.
        Control.UseSingleThread();
        var problem = new LogisticRegression(data, targets, passageWeights, settings.C) { _onIteration = onIteration };
        var start = new DenseVector((data.Features + 1) * problem._labels);
        var minimizer = new LimitedMemoryBfgsMinimizer(GradientTolerance, 0, ProgressTolerance, Memory, settings.MaxIterations);
        try
        {
            minimizer.FindMinimum(ObjectiveFunction.Gradient(problem.LossAndGradient), start);
        }
        catch (OptimizationException)
        {
            // The minimizer throws, without its point, when it is out of iterations or the line search meets the limit of double
            // precision. The lowest point so far is the answer either way.
        }

        return problem._lowest;
    }

    private (double Loss, Vector<double> Gradient) LossAndGradient(Vector<double> point)
    {
        double[] weights = point.AsArray();
        var gradient = new double[weights.Length];
        int biases = _data.Features * _labels;
        _data.Scores(weights, _scores);
        Parallel.For(0, _data.Passages, i => _losses[i] = Differentiate(i, weights.AsSpan(biases)));
        _data.Gradient(_scores, gradient);
        double loss = _losses.Sum();
        double squares = 0;
        for (int i = 0; i < biases; i++)
        {
            squares += weights[i] * weights[i];
            gradient[i] += _penalty * weights[i];
        }

        for (int i = 0; i < _scores.Length; i++)
        {
            gradient[biases + (i % _labels)] += _scores[i];
        }

        _onIteration?.Invoke(++_evaluations);
        loss += _penalty * squares / 2;
        if (loss < _lowestLoss)
        {
            (_lowestLoss, _lowest) = (loss, point.ToArray());
        }

        return (loss, new DenseVector(gradient));
    }

    /// <summary>Replaces the scores of a passage by the derivatives of its loss; returns the loss.</summary>
    private double Differentiate(int passage, ReadOnlySpan<double> biases)
    {
        Span<double> scores = _scores.AsSpan(passage * _labels, _labels);
        ReadOnlySpan<double> target = _targets.AsSpan(passage * _labels, _labels);
        double weight = _passageWeights[passage] / _totalWeight;
        double max = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] += biases[i];
            max = Math.Max(max, scores[i]);
        }

        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            sum += Math.Exp(scores[i] - max);
        }

        double logSum = max + Math.Log(sum);
        double loss = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            loss += target[i] * (logSum - scores[i]);
            scores[i] = weight * (Math.Exp(scores[i] - logSum) - target[i]);
        }

        return weight * loss;
    }
}
