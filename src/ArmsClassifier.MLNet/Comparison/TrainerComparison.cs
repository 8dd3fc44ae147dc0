using System.Diagnostics;
using ArmsClassifier.MLNet.Pipelines;
using ArmsClassifier.Model;
using ArmsClassifier.Training;
using ArmsClassifier.Training.Fitting;
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
            yield return Linear(data, null, save);
            yield return InPipeline(data);
        }

        foreach (IWeightTrainer trainer in WeightTrainers.All.Where(t => names.Contains(t.Name)))
        {
            yield return Linear(data, trainer, save);
        }

        foreach (PipelineTrainer pipeline in PipelineTrainer.All.Where(p => names.Contains(p.Name) && (lexiconFolder is not null || p != PipelineTrainer.ConceptTrees)))
        {
            yield return Pipeline(data, pipeline, save);
        }
    }

    private static ComparedTrainer Linear(ComparisonData data, IWeightTrainer? trainer, Action<string, string, ReadOnlyMemory<byte>> save)
    {
        string name = trainer?.Name ?? TrainingSettings.OwnTrainer;
        (byte[] model, Classifier feed, Classifier other, TimeSpan time) = Fit(data, trainer);
        save(name, "safetensors", model);
        var probabilities = new double[data.Labels.Length];
        return data.Compared(name, OwnFeatures, time, model.Length, Predict, text => feed.Classify(text, probabilities));

        // Passages that are tried in their own mix of labels have the biases of their kind of text, as in the model card.
        IReadOnlyList<Prediction> Predict(IReadOnlyList<LabelledPassage> passages) =>
            [.. passages.Select(passage => Evaluator.Predict(passages == data.Test || data.Settings.IsFeed(passage) ? feed : other, [passage])[0])];
    }

    /// <summary>Our model as a step of ML.NET, as far as it differs from the model alone: in speed.</summary>
    private static ComparedTrainer InPipeline(ComparisonData data)
    {
        (byte[] model, _, _, TimeSpan time) = Fit(data, null);
        MLContext context = PipelineTrainer.NewContext();
        IDataView rows = LabelledView.Write(context, data.HeldOut);
        var pipeline = new FittedPipeline(context, new ArmsClassifierEstimator(context, model).Fit(rows), rows.Schema);
        using var file = new MemoryStream();
        pipeline.Save(file);
        using PredictionEngine<PipelineRow, PipelineVerdict> engine = pipeline.Engine();
        return data.Compared("own, in an ML.NET pipeline", OwnFeatures, time, file.Length, pipeline.Predict, text => engine.Predict(new PipelineRow { Text = text }));
    }

    private static ComparedTrainer Pipeline(ComparisonData data, PipelineTrainer trainer, Action<string, string, ReadOnlyMemory<byte>> save)
    {
        MLContext context = PipelineTrainer.NewContext();
        long start = Stopwatch.GetTimestamp();
        FittedPipeline pipeline = trainer.Fit(context, data.Training, data.LexiconFolder, data.Settings);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        using var file = new MemoryStream();
        pipeline.Save(file);
        save(trainer.Name, "zip", file.ToArray());
        using PredictionEngine<PipelineRow, PipelineVerdict> engine = pipeline.Engine();
        string features = trainer == PipelineTrainer.ConceptTrees ? "concept counts" : "FeaturizeText";
        return data.Compared(trainer.Name, features, time, file.Length, pipeline.Predict, text => engine.Predict(new PipelineRow { Text = text }));
    }

    /// <summary>Fits a model without calibration; one with the biases of a feed and one with those of other text.</summary>
    private static (byte[] Model, Classifier Feed, Classifier Other, TimeSpan Time) Fit(ComparisonData data, IWeightTrainer? trainer)
    {
        long start = Stopwatch.GetTimestamp();
        TrainingSettings settings = data.Settings with { WeightTrainer = trainer };
        TrainingText text = TrainingText.Read(data.Training, data.LexiconFolder is { } folder ? LexiconTable.ReadFolder(folder) : [], settings);
        FittedModel fitted = ModelFitter.Fit(text, [.. Enumerable.Range(0, data.Training.Length)], data.Labels, settings);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        ModelInfo info = Calibration.Uncalibrated(data.Labels, settings);
        using var file = new MemoryStream();
        ModelFile.Write(file, info, fitted.Marks, fitted.Tensors);
        var options = new ClassifierOptions { DetectLanguage = false };
        ModelTensors other = fitted.Tensors with { Bias = [.. fitted.BalancedBias.Select(bias => (float)bias)] };
        return (file.ToArray(), new Classifier(new LinearModel(info, fitted.Marks, fitted.Tensors), options), new Classifier(new LinearModel(info, fitted.Marks, other), options), time);
    }
}
