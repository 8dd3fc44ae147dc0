using ArmsClassifier.MLNet.Pipelines;
using ArmsClassifier.Training;
using Microsoft.ML;

namespace ArmsClassifier.MLNet;

/// <summary>
/// Trains the project's own trainer, those of ML.NET on the project's features, and pipelines that are ML.NET's alone, all on the same
/// passages, and holds their models to the same articles that none has seen.
/// </summary>
public static class TrainerComparison
{
    private const string OwnFeatures = "the project's";

    /// <summary>The names of all trainers, in the order in which they are compared.</summary>
    public static IReadOnlyList<string> Names { get; } = [TrainingSettings.OwnTrainer, .. WeightTrainers.All.Select(t => t.Name), .. PipelineTrainer.All.Select(p => p.Name)];

    /// <summary>Compares trainers.</summary>
    /// <param name="passages">The passages; the first fold of the cross-validation is held out.</param>
    /// <param name="lexiconFolder">Folder with the lexicon's CSV files, or null for none; without one trees on concepts are left out.</param>
    /// <param name="settings">The settings of the training.</param>
    /// <param name="test">Passages of another origin to try the models on as well; may be empty.</param>
    /// <param name="names">Which of <see cref="Names"/>.</param>
    /// <param name="save">Takes the model of each trainer: its name, the file's ending, and its bytes.</param>
    /// <returns>A result for each, as soon as there is one.</returns>
    public static IEnumerable<ComparedTrainer> Run(
        IReadOnlyList<LabelledPassage> passages,
        string? lexiconFolder,
        TrainingSettings settings,
        IReadOnlyList<LabelledPassage> test,
        IReadOnlyCollection<string> names,
        Action<string, string, ReadOnlyMemory<byte>> save)
    {
        var data = new ComparisonData(passages, lexiconFolder, settings, test);
        if (names.Contains(TrainingSettings.OwnTrainer))
        {
            FittedLinear own = FittedLinear.Of(data, null);
            yield return Linear(data, own, save);
            yield return InPipeline(data, own);
        }

        foreach (IWeightTrainer trainer in WeightTrainers.All.Where(t => names.Contains(t.Name)))
        {
            yield return Linear(data, FittedLinear.Of(data, trainer), save);
        }

        foreach (PipelineTrainer pipeline in PipelineTrainer.All.Where(p => names.Contains(p.Name) && (lexiconFolder is not null || p != PipelineTrainer.ConceptTrees)))
        {
            yield return Pipeline(data, pipeline, save);
        }
    }

    private static ComparedTrainer Linear(ComparisonData data, FittedLinear fitted, Action<string, string, ReadOnlyMemory<byte>> save)
    {
        save(fitted.Name, "safetensors", fitted.Model);
        var probabilities = new double[data.Labels.Length];
        return data.Compared(fitted.Name, OwnFeatures, fitted.TrainingTime, fitted.Model.Length, Predict, text => fitted.Feed.Classify(text, probabilities));

        // Passages that are tried in their own mix of labels have the biases of their kind of text, as in the model card.
        IReadOnlyList<Prediction> Predict(IReadOnlyList<LabelledPassage> passages) =>
            [.. passages.Select(passage => Evaluator.Predict(passages == data.Test || data.Settings.IsFeed(passage) ? fitted.Feed : fitted.Other, [passage])[0])];
    }

    /// <summary>Our model as a step of ML.NET, which has the biases of a feed alone.</summary>
    private static ComparedTrainer InPipeline(ComparisonData data, FittedLinear fitted)
    {
        MLContext context = PipelineTrainer.NewContext();
        IDataView rows = LabelledView.Write(context, data.HeldOut);
        var pipeline = new FittedPipeline(context, new ArmsClassifierEstimator(context, fitted.Model).Fit(rows), rows.Schema);
        using var file = new MemoryStream();
        pipeline.Save(file);
        using PredictionEngine<PipelineRow, PipelineVerdict> engine = pipeline.Engine();
        return data.Compared("own, in an ML.NET pipeline", OwnFeatures, fitted.TrainingTime, file.Length, pipeline.Predict, text => engine.Predict(new PipelineRow { Text = text }));
    }

    private static ComparedTrainer Pipeline(ComparisonData data, PipelineTrainer trainer, Action<string, string, ReadOnlyMemory<byte>> save)
    {
        MLContext context = PipelineTrainer.NewContext();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        FittedPipeline pipeline = trainer.Fit(context, data.Training, data.LexiconFolder, data.Settings);
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        using var file = new MemoryStream();
        pipeline.Save(file);
        save(trainer.Name, "zip", file.ToArray());
        using PredictionEngine<PipelineRow, PipelineVerdict> engine = pipeline.Engine();
        string features = trainer == PipelineTrainer.ConceptTrees ? "concept counts" : "FeaturizeText";
        return data.Compared(trainer.Name, features, time, file.Length, pipeline.Predict, text => engine.Predict(new PipelineRow { Text = text }));
    }
}
