using ArmsClassifier.MLNet.Pipelines;
using Microsoft.ML;

namespace ArmsClassifier.MLNet;

/// <summary>A trained classifier that stands in an ML.NET pipeline: fitting learns nothing and gives the step of <see cref="ArmsClassifierTransformer"/>.</summary>
public sealed class ArmsClassifierEstimator : IEstimator<ArmsClassifierTransformer>
{
    private readonly IEstimator<ITransformer> _steps;
    private readonly ReadOnlyMemory<byte> _model;
    private readonly ModelInfo _info;

    /// <summary>Takes a model.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="model">The model file, byte for byte; null for the model that ships with the library.</param>
    /// <param name="textColumn">The column with the passage.</param>
    /// <exception cref="ModelFormatException">The bytes are no model of this library, or it has more than 16 labels.</exception>
    public ArmsClassifierEstimator(MLContext context, ReadOnlyMemory<byte>? model = null, string textColumn = "Text")
    {
        ArgumentNullException.ThrowIfNull(context);
        _model = model ?? Bundled();
        using var stream = new MemoryStream(_model.ToArray());
        _info = Classifier.Load(stream).Model;
        _steps = ArmsClassifierSteps.Classify(context, _model.Span, _info.Labels, textColumn);
    }

    /// <inheritdoc/>
    public ArmsClassifierTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArmsClassifierSteps.Checked(input.Schema, _info.Labels);
        return new ArmsClassifierTransformer(_steps.Fit(input), _model, _info);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _steps.GetOutputSchema(inputSchema);

    internal static byte[] Bundled()
    {
        using Stream stream = Classifier.OpenBundled();
        var model = new byte[stream.Length];
        stream.ReadExactly(model);
        return model;
    }
}
