#if MLNET
using System.Globalization;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.MLNet;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli;

/// <summary>Trains a pipeline of ML.NET instead of a model of ours.</summary>
internal static class PipelineTraining
{
    /// <summary>The pipeline of a name, or null.</summary>
    public static PipelineTrainer? Trainer(string name) => PipelineTrainer.All.FirstOrDefault(pipeline => pipeline.Name == name);

    /// <summary>Trains on all passages and writes the zip.</summary>
    public static int Run(PipelineTrainer trainer, IReadOnlyList<LabelledPassage> rows, string? lexicon, TrainingSettings settings, string target, Terminal terminal)
    {
        FittedPipeline pipeline = trainer.Fit(PipelineTrainer.NewContext(), rows, lexicon, settings);
        using var file = new MemoryStream();
        pipeline.Save(file);
        OutputFile.Write(target, file.GetBuffer().AsSpan(0, (int)file.Length), terminal.Disk);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: an ML.NET pipeline trained on {rows.Count} passages; it is no model for the other verbs, and 'compare' tells how good it is"));
        return ExitCode.Done;
    }
}
#endif
