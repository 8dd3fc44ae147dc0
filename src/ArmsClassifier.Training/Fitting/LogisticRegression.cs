namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Multinomial logistic regression with an L2 penalty on all weights but the biases, fitted by limited-memory BFGS
/// in coordinates scaled by the diagonal of the Hessian: rare and frequent features then converge together, in a third of the iterations.
/// </summary>
internal sealed class LogisticRegression
{
    // Mean over labels and passages of p(1 - p), the curvature of the loss by a score.
    private const double MeanCurvature = 0.12;
    private const int BiasBlocks = 2;
    private const int Memory = 6;
    private const double Tolerance = 1e-5;

    private readonly TrainingMatrix _data;
    private readonly TrainingTargets _targets;
    private readonly double _penalty;
    private readonly double _totalWeight;
    private readonly int _labels;
    private readonly double[] _scores;
    private readonly double[] _losses;
    private readonly double[] _scales;
    private readonly double[] _scaling;
    private readonly double[] _weights;

    private LogisticRegression(TrainingMatrix data, TrainingTargets targets, double c, double[]? scales)
    {
        _data = data;
        _targets = targets;
        _totalWeight = targets.Weights.Sum();
        _penalty = 1 / (c * _totalWeight);
        _labels = targets.Shares.Length / data.Passages;
        _scores = new double[targets.Shares.Length];
        _losses = new double[data.Passages];
        _weights = new double[(data.Features + BiasBlocks) * _labels];
        double[] sums = data.SquaredSums(targets.Weights);
        _scales = new double[_weights.Length];
        _scaling = new double[_weights.Length];
        for (int i = 0; i < _weights.Length; i++)
        {
            bool isBias = i >= data.Features * _labels;
            _scales[i] = isBias ? 1 : scales?[i] ?? 1;
            double curvature = isBias ? MeanCurvature : _penalty + (MeanCurvature * sums[i / _labels] * _scales[i] * _scales[i] / _totalWeight);
            _scaling[i] = 1 / Math.Sqrt(curvature);
        }
    }

    /// <summary>Fits weights, by feature and label, followed by a bias per label for feeds, and one for other text.</summary>
    /// <param name="data">The training text.</param>
    /// <param name="targets">What it should be labelled.</param>
    /// <param name="c">Inverse strength of the penalty, times the sum of losses.</param>
    /// <param name="scales">What weights are a product of, besides what the penalty is on, by feature and label; null for none.</param>
    /// <param name="maxIterations">The most iterations.</param>
    public static double[] Fit(TrainingMatrix data, TrainingTargets targets, double c, double[]? scales, int maxIterations)
    {
        var problem = new LogisticRegression(data, targets, c, scales);
        double[] point = new Lbfgs(Memory, maxIterations, Tolerance).Minimize(problem.LossAndGradient, problem._weights.Length, null);
        return problem.Unscale(point);
    }

    private double LossAndGradient(double[] point, double[] gradient)
    {
        double[] weights = Unscale(point);
        int biases = _data.Features * _labels;
        _data.Scores(weights, _scores);
        Parallel.For(0, _data.Passages, i => _losses[i] = Differentiate(i, weights.AsSpan(biases + BiasBlock(i), _labels)));
        _data.Gradient(_scores, gradient);
        double loss = _losses.Sum();
        double squares = 0;
        for (int i = 0; i < biases; i++)
        {
            double penalised = point[i] * _scaling[i];
            squares += penalised * penalised;
            gradient[i] = (gradient[i] * _scales[i]) + (_penalty * penalised);
        }

        gradient.AsSpan(biases).Clear();
        for (int i = 0; i < _scores.Length; i++)
        {
            gradient[biases + BiasBlock(i / _labels) + (i % _labels)] += _scores[i];
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] *= _scaling[i];
        }

        return loss + (_penalty * squares / 2);
    }

    /// <summary>Weights from scaled coordinates; reuses one buffer.</summary>
    private double[] Unscale(double[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            _weights[i] = point[i] * _scaling[i] * _scales[i];
        }

        return _weights;
    }

    private int BiasBlock(int passage) => _targets.IsFeed[passage] ? 0 : _labels;

    /// <summary>Replaces the scores of a passage by the derivatives of its loss; returns the loss.</summary>
    private double Differentiate(int passage, ReadOnlySpan<double> biases)
    {
        Span<double> scores = _scores.AsSpan(passage * _labels, _labels);
        ReadOnlySpan<double> target = _targets.Shares.AsSpan(passage * _labels, _labels);
        double weight = _targets.Weights[passage] / _totalWeight;
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
