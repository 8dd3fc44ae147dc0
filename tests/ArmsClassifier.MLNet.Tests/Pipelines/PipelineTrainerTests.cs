using ArmsClassifier.Training;
using ArmsClassifier.Training.Tests;
using Microsoft.ML;

namespace ArmsClassifier.MLNet.Tests.Pipelines;

public sealed class PipelineTrainerTests
{
    private static readonly LabelledPassage[] s_passages = SyntheticNews.Passages(100);

    public static TheoryData<string> Names => [.. PipelineTrainer.All.Select(pipeline => pipeline.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pipeline_of_MLNet_learns_is_saved_and_says_the_same_when_loaded(string name)
    {
        FittedPipeline fitted = Fit(name);
        using var file = new MemoryStream();
        fitted.Save(file);
        file.Position = 0;

        IReadOnlyList<Prediction> before = fitted.Predict(s_passages);
        IReadOnlyList<Prediction> after = FittedPipeline.Load(new MLContext(), file).Predict(s_passages);

        after.ShouldBe(before);
        Evaluator.Report(before).Accuracy.ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void Trees_need_a_lexicon() =>
        Should.Throw<DataFormatException>(() => PipelineTrainer.ConceptTrees.Fit(PipelineTrainer.NewContext(), s_passages, null, new TrainingSettings())).Message.ShouldContain("--lexicon");

    [Fact]
    public void The_names_of_trainers_are_all_different() => TrainerComparison.Names.ShouldBeUnique();

    [Fact]
    public void A_comparison_has_a_row_for_each_trainer_and_figures_of_what_was_held_out()
    {
        var saved = new List<string>();

        ComparedTrainer[] compared = [.. TrainerComparison.Run(
            s_passages, null, new TrainingSettings { FeedTables = ["news"] }, s_passages[..6], ["own", "mlnet-sdca", "mlnet-text-sdca"], (name, ending, model) => saved.Add($"{name}.{ending} {model.Length > 0}"))];

        compared.Select(c => c.Name).ShouldBe(["own", "own, in an ML.NET pipeline", "mlnet-sdca", "mlnet-text-sdca"]);
        compared.Select(c => c.HeldOut.N).Distinct().ShouldHaveSingleItem().ShouldBeInRange(30, 90);
        compared.ShouldAllBe(c => c.Test!.N == 6 && c.HeldOutFeed.N == c.HeldOut.N && c.Speed.MicrosecondsPerPassage > 0 && c.Bytes > 0 && c.TrainingTime > TimeSpan.Zero);
        compared[1].HeldOut.Accuracy.ShouldBe(compared[0].HeldOut.Accuracy);
        saved.ShouldBe(["own.safetensors True", "mlnet-sdca.safetensors True", "mlnet-text-sdca.zip True"]);
    }

    private static FittedPipeline Fit(string name)
    {
        using var folder = new TempFolder();
        return PipelineTrainer.All.Single(pipeline => pipeline.Name == name).Fit(PipelineTrainer.NewContext(), s_passages, SyntheticNews.WriteLexicon(folder), new TrainingSettings());
    }
}
