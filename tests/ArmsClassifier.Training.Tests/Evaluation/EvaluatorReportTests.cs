namespace ArmsClassifier.Training.Tests;

public sealed class EvaluatorReportTests
{
    // True label, given label, second label, confidence. Given rain: 3, of them right 2; sun: 3, right 2; fog: 2, right 1;
    // snow, which the table does not have: 1; unsupported: 1. Having rain: 4, sun: 4, fog: 2.
    private static readonly Prediction[] s_predictions =
    [
        Of("rain", "rain", null, 0.95), Of("rain", "rain", null, 0.90), Of("rain", "sun", "sun", 0.65), Of("rain", Classifier.Unsupported, null, 0),
        Of("sun", "sun", null, 0.85), Of("sun", "sun", "fog", 0.55), Of("sun", "rain", "fog", 0.75), Of("sun", "snow", null, 0.40),
        Of("fog", "fog", null, 0.60), Of("fog", "fog", null, 0.50) with { Passage = Passage("fog", null, "other") },
    ];

    private static readonly EvaluationReport s_report = Evaluator.Report(s_predictions);

    [Fact]
    public void Accuracy_is_the_share_of_right_labels_and_unsupported_is_wrong()
    {
        s_report.N.ShouldBe(10);
        s_report.Accuracy.ShouldBe(0.6, 1e-12);
        s_report.AccuracyAt100.ShouldBe(0.6, 1e-12);
    }

    [Fact]
    public void A_second_label_makes_lenient_accuracy() => s_report.LenientAccuracy.ShouldBe(0.7, 1e-12);

    [Fact]
    public void Labels_have_precision_recall_and_f1()
    {
        s_report.PerLabel.Keys.ShouldBe(["fog", "rain", "sun"]);
        s_report.PerLabel["rain"].ShouldBe(new LabelFigures(4, 2 / 3.0, 0.5, 4 / 7.0));
        s_report.PerLabel["sun"].ShouldBe(new LabelFigures(4, 2 / 3.0, 0.5, 4 / 7.0));
        s_report.PerLabel["fog"].ShouldBe(new LabelFigures(2, 1, 1, 1));
    }

    [Fact]
    public void Macro_f1_is_the_mean_over_the_labels_of_the_table_alone() => s_report.MacroF1.ShouldBe(((4 / 7.0) + (4 / 7.0) + 1) / 3, 1e-12);

    // By confidence: .95 right, .90 right, .85 right, .75 wrong, .65 wrong, .60 right, .55 right, .50 right, .40 wrong, 0 wrong.
    [Fact]
    public void Accuracy_among_the_most_confident_leaves_the_others_out()
    {
        s_report.AccuracyAt50.ShouldBe(3 / 5.0, 1e-12);
        s_report.AccuracyAt80.ShouldBe(6 / 8.0, 1e-12);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 0.5)]
    [InlineData(3, 0.5, 1 / 3.0)]
    [InlineData(7, 0.25, 1 / 6.0)]
    public void Parts_of_a_passage_are_rounded_up(int count, double at50, double at80)
    {
        EvaluationReport report = Evaluator.Report(
            [.. Enumerable.Range(0, count).Select(i => Of("rain", i == 0 ? "rain" : "sun", null, 0.9 - (i * 0.1)))]);

        (report.AccuracyAt50, report.AccuracyAt80).ShouldBe((at50, at80));
    }

    [Fact]
    public void The_confusion_counts_given_labels_by_true_label()
    {
        s_report.Confusion.Keys.ShouldBe(["fog", "rain", "sun"]);
        s_report.Confusion["rain"].ShouldBe(new Dictionary<string, int> { ["rain"] = 2, ["sun"] = 1, [Classifier.Unsupported] = 1 }, ignoreOrder: true);
        s_report.Confusion["sun"].ShouldBe(new Dictionary<string, int> { ["rain"] = 1, ["snow"] = 1, ["sun"] = 2 }, ignoreOrder: true);
        s_report.Confusion["fog"].ShouldBe(new Dictionary<string, int> { ["fog"] = 2 }, ignoreOrder: true);
    }

    // Bins of 1/15: [.40, .4667) holds .40; [.4667, .5333) .50; [.5333, .60) .55; [.60, .6667) .60 and .65; [.7333, .80) .75;
    // [.80, .8667) .85; [.8667, .9333) .90; [.9333, 1] .95; the first holds 0.
    [Fact]
    public void The_calibration_error_sums_the_gaps_of_fifteen_bins() =>
        s_report.Ece.ShouldBe((0.40 + 0.50 + 0.45 + 0.25 + 0.75 + 0.15 + 0.10 + 0.05 + 0) / 10, 1e-12);

    [Fact]
    public void Gaps_within_a_bin_cancel_out_and_certainty_belongs_to_the_last()
    {
        Evaluator.Report([Of("rain", "rain", null, 0.5), Of("rain", "sun", null, 0.5)]).Ece.ShouldBe(0, 1e-12);
        Evaluator.Report([Of("rain", "rain", null, 1), Of("rain", "sun", null, 0.99)]).Ece.ShouldBe(0.495, 1e-12);
    }

    [Fact]
    public void Nothing_to_evaluate_gives_zeros()
    {
        EvaluationReport report = Evaluator.Report([]);

        (report.N, report.Accuracy, report.MacroF1, report.MacroF1Low, report.MacroF1High, report.Ece).ShouldBe((0, 0, 0, 0, 0, 0));
        report.PerLabel.ShouldBeEmpty();
    }

    private static Prediction Of(string truth, string given, string? also, double confidence) => new(Passage(truth, also), given, confidence);

    private static LabelledPassage Passage(string label, string? also, string article = "one") =>
        new() { Text = "text", Label = label, Also = also, Article = article };
}
