using ArmsClassifier.Model;
using ArmsClassifier.Training;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.MLNet;

/// <summary>A linear model on the project's features, fitted once and not calibrated.</summary>
internal sealed class FittedLinear
{
    private FittedLinear(string name, ModelInfo info, FittedModel fitted, TimeSpan time)
    {
        Name = name;
        TrainingTime = time;
        using var file = new MemoryStream();
        ModelFile.Write(file, info, fitted.Marks, fitted.Tensors);
        Model = file.ToArray();
        var options = new ClassifierOptions { DetectLanguage = false };
        Feed = new Classifier(new LinearModel(info, fitted.Marks, fitted.Tensors), options);
        ModelTensors other = fitted.Tensors with { Bias = [.. fitted.BalancedBias.Select(bias => (float)bias)] };
        Other = new Classifier(new LinearModel(info, fitted.Marks, other), options);
    }

    /// <summary>The trainer.</summary>
    public string Name { get; }

    /// <summary>The model file.</summary>
    public byte[] Model { get; }

    /// <summary>The model, with the biases of a feed.</summary>
    public Classifier Feed { get; }

    /// <summary>The model, with the biases of other text.</summary>
    public Classifier Other { get; }

    /// <summary>Time of the processor from passages to the model.</summary>
    public TimeSpan TrainingTime { get; }

    /// <summary>Fits a model; null for the own trainer.</summary>
    public static FittedLinear Of(ComparisonData data, IWeightTrainer? trainer)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        TrainingSettings settings = data.Settings with { WeightTrainer = trainer };
        TrainingText text = TrainingText.Read(data.Training, data.LexiconFolder is { } folder ? LexiconTable.ReadFolder(folder) : [], settings);
        FittedModel fitted = ModelFitter.Fit(text, [.. Enumerable.Range(0, data.Training.Length)], data.Labels, settings);
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        return new FittedLinear(trainer?.Name ?? TrainingSettings.OwnTrainer, Calibration.Uncalibrated(data.Labels, settings), fitted, time);
    }
}
