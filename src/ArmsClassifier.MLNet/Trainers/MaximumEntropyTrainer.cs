using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ArmsClassifier.MLNet.Trainers;

/// <summary>ML.NET's multinomial logistic regressions, on the project's features: same loss, same penalty, another optimiser.</summary>
internal sealed class MaximumEntropyTrainer : IWeightTrainer
{
    // Both trainers shuffle or start by it.
    private const int Seed = 1;

    // ML.NET's L-BFGS does not scale its coordinates and needs more iterations for the same loss.
    private const int IterationFactor = 3;

    // ML.NET's default, 0.1, stops SDCA far from the optimum.
    private const float SdcaTolerance = 0.01f;

    private readonly Func<MLContext, TrainingSettings, int, IEstimator<MulticlassPredictionTransformer<MaximumEntropyModelParameters>>> _create;

    private readonly float _otherText;

    private MaximumEntropyTrainer(string name, float otherText, Func<MLContext, TrainingSettings, int, IEstimator<MulticlassPredictionTransformer<MaximumEntropyModelParameters>>> create)
    {
        Name = name;
        _otherText = otherText;
        _create = create;
    }

    /// <summary>Limited-memory BFGS. One thread, as sums over several differ from run to run.</summary>
    public static MaximumEntropyTrainer Lbfgs { get; } = new("mlnet-lbfgs", otherText: 10, (context, settings, _) =>
        context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = nameof(KeyInstance.Weight),
            L1Regularization = 0,
            L2Regularization = (float)(1 / settings.C),
            MaximumNumberOfIterations = IterationFactor * settings.MaxIterations,
            NumberOfThreads = 1,
        }));

    /// <summary>
    /// Stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013). Its loss is logistic between the label and each other one, and its
    /// biases bear a penalty. One thread, as its updates race otherwise.
    /// </summary>
    public static MaximumEntropyTrainer Sdca { get; } = new("mlnet-sdca", otherText: 1, (context, settings, rows) =>
        context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            ConvergenceTolerance = SdcaTolerance,
            ExampleWeightColumnName = nameof(KeyInstance.Weight),
            L1Regularization = 0,
            L2Regularization = (float)(1 / (settings.C * rows)),
            NumberOfThreads = 1,
        }));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public double[] Fit(TrainingProblem problem, TrainingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(settings);
        var context = new MLContext(Seed);
        var view = new TrainingView(problem, _otherText);
        IDataView data = view.Weighted(context, out int rows);
        MaximumEntropyModelParameters model = _create(context, settings, rows).Fit(data).Model;
        VBuffer<float>[] fitted = [];
        model.GetWeights(ref fitted, out _);
        float[] biases = [.. model.GetBiases()];
        var weights = new double[(problem.Features + 2) * problem.Labels];
        for (int label = 0; label < problem.Labels; label++)
        {
            view.Store([.. fitted[label].DenseValues()], biases[label], 1, label, weights);
        }

        return weights;
    }
}
