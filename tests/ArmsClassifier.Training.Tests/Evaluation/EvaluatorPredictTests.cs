namespace ArmsClassifier.Training.Tests;

public sealed class EvaluatorPredictTests
{
    private const string German = "Der Trainer und die Mannschaft haben das Spiel nicht gewonnen, und auch der Torwart ist mit dem Ergebnis nicht zufrieden.";

    private static readonly Classifier s_classifier = TrainedNews.Classifier;

    private static readonly Classifier s_withBackground = TrainedNews.Load(TrainedNews.Train(
        TrainedNews.Passages, TrainedNews.Settings with { LabelRoles = new Dictionary<string, LabelRole> { ["sport"] = LabelRole.Background } }).Model);

    [Fact]
    public void Passages_get_what_the_classifier_says_in_their_order()
    {
        IReadOnlyList<Prediction> predictions = Evaluator.Predict(s_classifier, TrainedNews.Passages);

        predictions.Select(p => p.Passage).ShouldBe(TrainedNews.Passages);
        foreach (Prediction prediction in predictions)
        {
            PassageResult result = s_classifier.Classify(prediction.Passage.Text);
            (prediction.Label, prediction.Confidence).ShouldBe((result.Label, result.Probability));
        }
    }

    [Fact]
    public void Furniture_counts_as_background_without_being_read() =>
        Evaluator.Predict(s_withBackground, [Row("soup butter garlic oven", PassageRole.Furniture)])
            .ShouldHaveSingleItem().ShouldBe(new Prediction(Row("soup butter garlic oven", PassageRole.Furniture), "sport", 1));

    [Fact]
    public void Furniture_is_read_where_no_label_is_background() =>
        Evaluator.Predict(s_classifier, [Row("soup butter garlic oven", PassageRole.Furniture)]).ShouldHaveSingleItem().Label.ShouldBe("cooking");

    [Fact]
    public void Other_roles_are_read_where_a_label_is_background() =>
        Evaluator.Predict(s_withBackground, [Row("soup butter garlic oven", PassageRole.Title), Row("soup butter garlic oven", PassageRole.Standfirst)])
            .ShouldAllBe(p => p.Label == "cooking");

    [Fact]
    public void Text_in_another_language_is_unsupported_and_counts_as_wrong()
    {
        IReadOnlyList<Prediction> predictions = Evaluator.Predict(s_classifier, [Row(German, PassageRole.Body), Row("soup butter garlic oven", PassageRole.Body)]);

        predictions[0].ShouldBe(new Prediction(Row(German, PassageRole.Body), Classifier.Unsupported, 0));
        EvaluationReport report = Evaluator.Report(predictions);
        (report.Accuracy, report.LenientAccuracy, report.PerLabel["cooking"].Recall, report.PerLabel["cooking"].Precision).ShouldBe((0.5, 0.5, 0.5, 1));
        report.Confusion["cooking"][Classifier.Unsupported].ShouldBe(1);
    }

    private static LabelledPassage Row(string text, PassageRole role) => new() { Text = text, Label = "cooking", Article = "a", Role = role };
}
