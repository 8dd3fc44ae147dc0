using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>The steps of ML.NET's own that a classifier in a pipeline is made of.</summary>
internal static class ArmsClassifierSteps
{
    private const string Score = "Score";

    /// <summary>The steps that classify.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="model">The model file; may be empty where only the shape of the columns is asked for.</param>
    /// <param name="labels">The labels of the model.</param>
    /// <param name="textColumn">The column with the passage.</param>
    /// <exception cref="ArgumentException">There are more labels than a pipeline has columns for.</exception>
    public static IEstimator<ITransformer> Classify(MLContext context, ReadOnlySpan<byte> model, IReadOnlyList<string> labels, string textColumn)
    {
        if (labels.Count > ClassifyOutput.MaxLabels)
        {
            throw new ArgumentException($"the model has {labels.Count} labels; a pipeline takes models of at most {ClassifyOutput.MaxLabels}", nameof(labels));
        }

        string[] passing = [.. labels, .. Enumerable.Range(0, ClassifyOutput.MaxLabels).Select(ClassifyOutput.ColumnOf)];
        EstimatorChain<ITransformer> steps = Attached(context, model, textColumn)
            .Append<ITransformer>(context.Transforms.CustomMapping<ClassifyInput, ClassifyOutput>(ClassifyMapping.Map, ClassifyMapping.Contract));
        for (int label = 0; label < labels.Count; label++)
        {
            // Concatenating takes the names of columns for those of slots.
            steps = steps.Append<ITransformer>(context.Transforms.CopyColumns(labels[label], ClassifyOutput.ColumnOf(label)));
        }

        return steps
            .Append(context.Transforms.Concatenate(Score, [.. labels]))
            .Append(context.Transforms.DropColumns([ClassifyInput.TextColumn, CarriedModel.Column, .. passing]));
    }

    /// <summary>The steps that tell the concepts of a passage.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="model">The model file, for its lexicon.</param>
    /// <param name="textColumn">The column with the passage.</param>
    public static IEstimator<ITransformer> Concepts(MLContext context, ReadOnlySpan<byte> model, string textColumn) =>
        Attached(context, model, textColumn)
            .Append(context.Transforms.CustomMapping<ClassifyInput, ConceptsOutput>(ConceptsMapping.Map, ConceptsMapping.Contract))
            .Append(context.Transforms.DropColumns(ClassifyInput.TextColumn, CarriedModel.Column));

    /// <summary>Refuses rows that have a column of the name of a label: the label's own column would hide it on the way.</summary>
    /// <exception cref="ArgumentException">There is such a column.</exception>
    public static DataViewSchema Checked(DataViewSchema schema, IEnumerable<string> labels)
    {
        if (labels.FirstOrDefault(label => schema.GetColumnOrNull(label) is not null) is { } hidden)
        {
            throw new ArgumentException($"the rows have a column '{hidden}', which is a label of the model; rename the column", nameof(schema));
        }

        return schema;
    }

    private static EstimatorChain<ITransformer> Attached(MLContext context, ReadOnlySpan<byte> model, string textColumn) =>
        new EstimatorChain<ITransformer>()
            .Append<ITransformer>(context.Transforms.CopyColumns(ClassifyInput.TextColumn, textColumn))
            .Append(CarriedModel.Attach(context, model, ClassifyInput.TextColumn));
}
