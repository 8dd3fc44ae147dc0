using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ArmsClassifier.MLNet.Trainers;

/// <summary>
/// ML.NET's averaged perceptron, one label against all others, each calibrated (Platt, 1999), as ML.NET's one-versus-all does. The log-odds of
/// the calibrated labels are linear, so they are the weights. It knows no weights of rows and no shared labels: passages count alike.
/// </summary>
internal sealed class AveragedPerceptron : IWeightTrainer
{
    private const int Seed = 1;

    /// <inheritdoc/>
    public string Name => "mlnet-averaged-perceptron";

    /// <inheritdoc/>
    public double[] Fit(TrainingProblem problem, TrainingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var view = new TrainingView(problem, otherText: 1);
        var weights = new double[(problem.Features + 2) * problem.Labels];
        Parallel.For(0, problem.Labels, label =>
        {
            var context = new MLContext(Seed);
            IDataView data = view.OneAgainstAll(context, label);
            BinaryPredictionTransformer<LinearBinaryModelParameters> fitted = context.BinaryClassification.Trainers.AveragedPerceptron().Fit(data);
            ISingleFeaturePredictionTransformer<PlattCalibrator> calibrated = context.BinaryClassification.Calibrators.Platt().Fit(fitted.Transform(data));
            PlattCalibrator calibrator = calibrated.Model;

            // The calibrated probability is 1 / (1 + exp(slope · score + offset)).
            double bias = -((calibrator.Slope * fitted.Model.Bias) + calibrator.Offset);
            view.Store([.. fitted.Model.Weights], bias, -calibrator.Slope, label, weights);
        });
        return weights;
    }
}
