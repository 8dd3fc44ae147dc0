using ArmsClassifier.MLNet.Pipelines;
using ArmsClassifier.Training;
using Microsoft.ML;

namespace ArmsClassifier.MLNet;

/// <summary>A pipeline of ML.NET that labels passages.</summary>
public sealed class FittedPipeline
{
    private readonly MLContext _context;
    private readonly DataViewSchema _schema;

    internal FittedPipeline(MLContext context, ITransformer transformer, DataViewSchema schema)
    {
        _context = context;
        Transformer = transformer;
        _schema = schema;
    }

    /// <summary>The pipeline itself.</summary>
    public ITransformer Transformer { get; }

    /// <summary>Loads a pipeline that <see cref="Save"/> wrote.</summary>
    public static FittedPipeline Load(MLContext context, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FittedPipeline(context, context.Model.Load(stream, out DataViewSchema schema), schema);
    }

    /// <summary>Writes the pipeline as an ML.NET model (a zip).</summary>
    public void Save(Stream stream) => _context.Model.Save(Transformer, _schema, stream);

    /// <summary>What the pipeline says of each passage, one after the other on one thread.</summary>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<LabelledPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        using PredictionEngine<PipelineRow, PipelineVerdict> engine = Engine();
        return [.. passages.Select(passage =>
        {
            PipelineVerdict verdict = engine.Predict(new PipelineRow { Text = passage.Text });
            return new Prediction(passage, verdict.PredictedLabel, Confidence(verdict));
        })];
    }

    /// <summary>An engine that labels one passage at a time; not for several threads at once.</summary>
    internal PredictionEngine<PipelineRow, PipelineVerdict> Engine() => _context.Model.CreatePredictionEngine<PipelineRow, PipelineVerdict>(Transformer);

    // Scores of trainers that give no probabilities may lie outside.
    private static double Confidence(PipelineVerdict verdict) => Math.Clamp(verdict.Score.DefaultIfEmpty(0).Max(), 0, 1);
}
