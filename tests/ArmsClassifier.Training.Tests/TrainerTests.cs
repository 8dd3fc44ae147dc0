namespace ArmsClassifier.Training.Tests;

public sealed class TrainerTests
{
    [Fact]
    public void It_learns_three_labels_that_have_nothing_to_do_with_arms()
    {
        TrainingResult result = TrainedNews.Result;

        result.Report.N.ShouldBe(300);
        result.Report.MacroF1.ShouldBeGreaterThan(0.9);
        result.HeldOut.Select(p => p.Passage).ShouldBe(TrainedNews.Passages, ignoreOrder: true);
        result.Info.Labels.ShouldBe(SyntheticNews.Labels);
        (result.Info.Name, result.Info.TrainingPassages).ShouldBe(("synthetic", 300));
        result.Info.Metrics["macroF1"].ShouldBe(result.Report.MacroF1);
    }

    [Fact]
    public void The_model_file_says_what_the_result_says()
    {
        ModelInfo read = TrainedNews.Classifier.Model;
        ModelInfo told = TrainedNews.Result.Info;

        read.Labels.ShouldBe(told.Labels);
        read.ConformalQuantiles.ShouldBe(told.ConformalQuantiles);
        read.Metrics.ShouldBe(told.Metrics, ignoreOrder: true);
        read.Settings.ShouldBe(told.Settings, ignoreOrder: true);
        (read.Temperature, read.TrainingDataHash, read.Name).ShouldBe((told.Temperature, told.TrainingDataHash, told.Name));
    }

    [Fact]
    public void Held_out_figures_are_those_of_the_predictions()
    {
        EvaluationReport again = Evaluator.Report(TrainedNews.Result.HeldOut);

        EvaluationReport told = TrainedNews.Result.Report;
        (again.MacroF1, again.Ece, again.MacroF1Low).ShouldBe((told.MacroF1, told.Ece, told.MacroF1Low));
    }

    [Fact]
    public void Fifteen_labels_are_learnt_as_well_as_three()
    {
        LabelledPassage[] rows = SyntheticNews.Relabelled(TrainedNews.Passages, (i, p) => $"{p.Label} {i % 5}");
        rows = [.. rows.Select(p => p with { Text = $"{p.Text} mark{p.Label[^1]} sign{p.Label[^1]}" })];

        TrainingResult result = Trainer.Train(rows);
        Classifier classifier = TrainedNews.Load(result.Model);

        classifier.Model.Labels.Count.ShouldBe(15);
        result.Report.PerLabel.Count.ShouldBe(15);
        Evaluator.Report(Evaluator.Predict(classifier, rows)).Accuracy.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Labels_with_odd_characters_survive()
    {
        string[] odd = ["\"quoted\" \\ 'label', <b>", "\u0442\u0435\u043c\u0430 \u5929\u6c17 \ud83c\udf27\ufe0f", " {\"a\":\t1} %20\u0001"];
        LabelledPassage[] rows = SyntheticNews.Relabelled(SyntheticNews.Passages(30), (_, p) => odd[Array.IndexOf(SyntheticNews.Labels, p.Label)]);

        TrainingResult result = Trainer.Train(rows);
        Classifier classifier = TrainedNews.Load(result.Model);

        classifier.Model.Labels.ShouldBe(odd.Order(StringComparer.Ordinal));
        Evaluator.Predict(classifier, rows).Count(p => p.IsRight).ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Only_passages_of_other_tables_are_judged_apart_by_the_biases_of_their_own_mix()
    {
        LabelledPassage[] rows = [.. SyntheticNews.Passages(30).Select((p, i) => p with { Table = i / 3 % 2 == 0 ? "feed" : "written" })];
        rows = [.. rows.Where(p => p.Table == "written" || p.Label != "sport" || p.Position == 0)];

        TrainingResult result = Trainer.Train(rows, settings: new TrainingSettings { FeedTables = ["feed"] });
        (Prediction Shipped, Prediction Own)[] pairs = [.. result.HeldOut.Zip(result.HeldOutOwnMix)];

        pairs.ShouldAllBe(p => p.Shipped.Passage == p.Own.Passage);
        pairs.Where(p => p.Own.Passage.Table == "feed").ShouldAllBe(p => p.Own.Label == p.Shipped.Label && p.Own.Confidence == p.Shipped.Confidence);
        pairs.ShouldContain(p => p.Own.Passage.Table == "written" && p.Own.Confidence != p.Shipped.Confidence);
    }

    [Fact]
    public void A_prior_given_to_training_says_what_the_same_prior_given_to_the_classifier_says()
    {
        var prior = new Dictionary<string, double> { ["sport"] = 0.7, ["cooking"] = 0.1 };
        TrainingResult told = TrainedNews.Train(TrainedNews.Passages, TrainedNews.Settings with { Prior = prior });
        Classifier shipped = TrainedNews.Load(told.Model);
        Classifier asked = TrainedNews.Load(TrainedNews.Result.Model, new ClassifierOptions { Prior = prior });

        told.Info.Prior.ShouldBe([0.1, 0.7, 0.2], 1e-9);
        foreach (LabelledPassage passage in TrainedNews.Passages.Take(60))
        {
            shipped.Classify(passage.Text).Probabilities.Select(p => p.Probability)
                .ShouldBe(asked.Classify(passage.Text).Probabilities.Select(p => p.Probability), 1e-4);
        }
    }

    [Fact]
    public void Progress_names_every_fold_and_the_end()
    {
        var steps = new List<TrainingStep>();

        Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { Folds = 3 }, progress: new Told(steps));

        steps.Select(s => s.Doing).ShouldBe(["fold 1 of 3", "fold 2 of 3", "fold 3 of 3", "all passages", "done"]);
        steps.Select(s => s.Done).ShouldBe([0, 1, 2, 3, 4]);
        steps.ShouldAllBe(s => s.Of == 4);
    }

    private sealed class Told(List<TrainingStep> steps) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => steps.Add(value);
    }
}
