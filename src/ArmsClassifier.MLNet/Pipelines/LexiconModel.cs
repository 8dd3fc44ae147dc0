using ArmsClassifier.Model;
using ArmsClassifier.Training;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>A model file that knows words and concepts and weighs nothing: what a pipeline needs to read concepts.</summary>
internal static class LexiconModel
{
    /// <summary>The file, byte for byte.</summary>
    public static byte[] Of(IReadOnlyList<LabelledPassage> passages, string lexiconFolder, TrainingSettings settings)
    {
        LabelledPassage[] rows = Trainer.Canonical(passages);
        string[] labels = [.. rows.Select(r => r.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        TrainingSettings weightless = settings with { WeightTrainer = new NoWeights(), ContextWeight = 0, MaxContexts = 0 };
        TrainingText text = TrainingText.Read(rows, LexiconTable.ReadFolder(lexiconFolder), weightless);
        FittedModel fitted = ModelFitter.Fit(text, [.. Enumerable.Range(0, rows.Length)], labels, weightless);
        using var file = new MemoryStream();
        ModelFile.Write(file, Calibration.Uncalibrated(labels, weightless), fitted.Marks, fitted.Tensors);
        return file.ToArray();
    }

    private sealed class NoWeights : IWeightTrainer
    {
        public string Name => "none";

        public double[] Fit(TrainingProblem problem, TrainingSettings settings) => new double[(problem.Features + 2) * problem.Labels];
    }
}
