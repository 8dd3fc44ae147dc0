namespace ArmsClassifier.Training.Tests;

public sealed class WeightTrainerTests
{
    [Fact]
    public void Another_trainer_fits_the_weights_of_a_model_and_is_named_in_it()
    {
        TrainingResult result = TrainedNews.Train(TrainedNews.Passages, TrainedNews.Settings with { WeightTrainer = new Favourite() });

        result.Info.Settings["trainer"].ShouldBe("favourite");
        result.HeldOut.Select(p => p.Label).Distinct().ShouldBe([SyntheticNews.Labels[1]]);
    }

    [Fact]
    public void A_model_of_the_own_trainer_does_not_speak_of_it() => TrainedNews.Result.Info.Settings.Keys.ShouldNotContain("trainer");

    [Fact]
    public void A_problem_shows_rows_targets_and_weights()
    {
        LabelledPassage[] passages = [.. SyntheticNews.Passages(20).Select((p, i) => i % 3 == 0 ? p with { Table = "other" } : p)];
        var spy = new Favourite();
        TrainedNews.Train(passages, TrainedNews.Settings with { WeightTrainer = spy, FeedTables = ["news"], TableWeights = new Dictionary<string, double> { ["other"] = 0.25 } });
        TrainingProblem problem = spy.Seen!;

        problem.Labels.ShouldBe(3);
        for (int passage = 0; passage < problem.Passages; passage++)
        {
            problem.Shares(passage).ToArray().Sum().ShouldBe(1, 1e-12);
            problem.Weight(passage).ShouldBe(problem.IsFeed(passage) ? 1 : 0.25);
            problem.Row(passage).ShouldAllBe(cell => cell.Feature >= 0 && cell.Feature < problem.Features);
        }

        Enumerable.Range(0, problem.Passages).Count(problem.IsFeed).ShouldBeInRange(1, problem.Passages - 1);
    }

    /// <summary>Gives everything the second label, and remembers what it was asked last.</summary>
    private sealed class Favourite : IWeightTrainer
    {
        public TrainingProblem? Seen { get; private set; }

        public string Name => "favourite";

        public double[] Fit(TrainingProblem problem, TrainingSettings settings)
        {
            Seen = problem;
            var weights = new double[(problem.Features + 2) * problem.Labels];
            weights[(problem.Features * problem.Labels) + 1] = 3;
            weights[((problem.Features + 1) * problem.Labels) + 1] = 3;
            return weights;
        }
    }
}
