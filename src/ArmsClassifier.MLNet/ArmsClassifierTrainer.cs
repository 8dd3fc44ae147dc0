using ArmsClassifier.MLNet.Pipelines;
using ArmsClassifier.Training;
using Microsoft.ML;

namespace ArmsClassifier.MLNet;

/// <summary>Trains a classifier on the rows of an ML.NET pipeline, cross-validating it on the way, and gives it back as a step of the pipeline.</summary>
/// <param name="context">The environment.</param>
/// <param name="settings">The settings of the training; null for the defaults.</param>
/// <param name="lexiconFolder">Folder with the lexicon's CSV files, or null for none.</param>
/// <remarks>The rows have the columns of <see cref="LabelledView"/>.</remarks>
public sealed class ArmsClassifierTrainer(MLContext context, TrainingSettings? settings = null, string? lexiconFolder = null) : IEstimator<ArmsClassifierTransformer>
{
    /// <summary>Trains.</summary>
    /// <exception cref="DataFormatException">The rows cannot be trained on.</exception>
    public ArmsClassifierTransformer Fit(IDataView input)
    {
        TrainingResult result = Trainer.Train(LabelledView.Read(input), lexiconFolder, settings);
        return new ArmsClassifierEstimator(context, result.Model, LabelledView.Text).Fit(input);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => ArmsClassifierSteps.Classify(context, [], ["label"], LabelledView.Text).GetOutputSchema(inputSchema);
}
