using ArmsClassifier.MLNet.Pipelines;
using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace ArmsClassifier.MLNet;

/// <summary>
/// Trains a pipeline that is ML.NET's from beginning to end, as a yardstick: text turned into numbers by ML.NET, or by the concepts of the
/// project's lexicon, and a trainer of ML.NET. What it gives is an ML.NET model (a zip), not a model file of this library.
/// </summary>
public sealed class PipelineTrainer
{
    private const int Seed = 1;

    // ML.NET's own end is a loss that stays the same to the seventh digit, for which its many features take hours.
    private const int LbfgsIterations = 100;

    private const string Features = nameof(Features);
    private const string Label = nameof(PipelineRow.Label);

    private readonly Func<MLContext, IEstimator<ITransformer>> _trainer;
    private readonly bool _isOnConcepts;

    private PipelineTrainer(string name, Func<MLContext, IEstimator<ITransformer>> trainer, bool isOnConcepts = false)
    {
        Name = name;
        _trainer = trainer;
        _isOnConcepts = isOnConcepts;
    }

    /// <summary>Boosted trees on the counts of the lexicon's classes, dense features that trees can use.</summary>
    public static PipelineTrainer ConceptTrees { get; } = new("mlnet-fasttree", context => Trees(context, nameof(PipelineRow.Weight)), isOnConcepts: true);

    /// <summary>All of them: trees on concepts, and four trainers on ML.NET's own features of text.</summary>
    public static IReadOnlyList<PipelineTrainer> All { get; } =
    [
        ConceptTrees,
        new("mlnet-text-lbfgs", context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options { L1Regularization = 0, L2Regularization = 0.1f, MaximumNumberOfIterations = LbfgsIterations, NumberOfThreads = 1 })),
        new("mlnet-text-sdca", context => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options { L1Regularization = 0, L2Regularization = 1e-5f, NumberOfThreads = 1 })),
        new("mlnet-text-averaged-perceptron", context => context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron())),
        new("mlnet-text-fasttree", context => Trees(context, null)),
    ];

    /// <summary>What the pipeline is called.</summary>
    public string Name { get; }

    /// <summary>Trains the pipeline.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="passages">The training text.</param>
    /// <param name="lexiconFolder">Folder with the lexicon's CSV files, or null for none; only trees on concepts need it.</param>
    /// <param name="settings">The settings, for the weights of tables and the groups of the lexicon.</param>
    /// <exception cref="DataFormatException">The passages cannot be trained on, or concepts are wanted and there is no lexicon.</exception>
    public FittedPipeline Fit(MLContext context, IReadOnlyList<LabelledPassage> passages, string? lexiconFolder, TrainingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(settings);
        IDataView rows = context.Data.LoadFromEnumerable(passages.Select(passage => new PipelineRow
        {
            Text = passage.Text,
            Label = passage.Label,
            Weight = (float)settings.TableWeights.GetValueOrDefault(passage.Table, 1),
        }).ToArray());
        var pipeline = Featurizer(context, passages, lexiconFolder, settings)
            .Append(context.Transforms.Conversion.MapValueToKey(Label))
            .AppendCacheCheckpoint(context)
            .Append(_trainer(context))
            .Append(context.Transforms.Conversion.MapKeyToValue(nameof(PipelineVerdict.PredictedLabel)));
        return new FittedPipeline(context, pipeline.Fit(rows), rows.Schema);
    }

    /// <summary>An environment that gives the same pipeline each time.</summary>
    public static MLContext NewContext() => new(Seed);

    private IEstimator<ITransformer> Featurizer(MLContext context, IReadOnlyList<LabelledPassage> passages, string? lexiconFolder, TrainingSettings settings)
    {
        if (!_isOnConcepts)
        {
            return context.Transforms.Text.FeaturizeText(Features, nameof(PipelineRow.Text));
        }

        if (lexiconFolder is null)
        {
            throw new DataFormatException($"{Name} learns from the concepts of a lexicon, and there is none; name one with --lexicon");
        }

        return ArmsClassifierSteps.Concepts(context, LexiconModel.Of(passages, lexiconFolder, settings), nameof(PipelineRow.Text))
            .Append(context.Transforms.Text.ProduceWordBags(Features, nameof(ConceptsOutput.ArmsConcepts), ngramLength: 1));
    }

    private static OneVersusAllTrainer Trees(MLContext context, string? weightColumn) =>
        context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.FastTree(exampleWeightColumnName: weightColumn));
}
