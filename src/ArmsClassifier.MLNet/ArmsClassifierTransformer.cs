using ArmsClassifier.MLNet.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet;

/// <summary>
/// A classifier as a step of an ML.NET pipeline. It is saved and loaded with the pipeline, model included, and may serve any number of
/// prediction engines. A loaded pipeline needs this assembly beside it, and gives the step back as a chain of ML.NET's own steps.
/// </summary>
/// <remarks>
/// It adds the columns <c>PredictedLabel</c> (text), <c>Probability</c> (single), <c>Score</c> (a probability per label, the labels as slot
/// names), <c>Also</c> (text, empty for none) and <c>Abstained</c> (boolean), as <see cref="PassageResult"/> has them.
/// </remarks>
public sealed class ArmsClassifierTransformer : ITransformer
{
    private readonly ITransformer _steps;

    internal ArmsClassifierTransformer(ITransformer steps, ReadOnlyMemory<byte> model, ModelInfo info)
    {
        _steps = steps;
        Model = model;
        Info = info;
    }

    /// <summary>The model file, byte for byte.</summary>
    public ReadOnlyMemory<byte> Model { get; }

    /// <summary>What the model says about itself.</summary>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _steps.IsRowToRowMapper;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _steps.GetOutputSchema(ArmsClassifierSteps.Checked(inputSchema, Info.Labels));

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _steps.GetRowToRowMapper(ArmsClassifierSteps.Checked(inputSchema, Info.Labels));

    /// <inheritdoc/>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArmsClassifierSteps.Checked(input.Schema, Info.Labels);
        return _steps.Transform(input);
    }

    /// <inheritdoc/>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _steps.Save(ctx);
}
