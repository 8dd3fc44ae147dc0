namespace ArmsClassifier.Training.Tests;

public sealed class EvaluatorBootstrapTests
{
    [Theory]
    [InlineData(10, 3, 2)]
    [InlineData(40, 2, 4)]
    [InlineData(200, 5, 3)]
    [InlineData(200, 5, 1000)]
    [InlineData(12, 12, 1000)]
    public void The_interval_contains_the_figure(int articles, int labels, int wrongEvery)
    {
        EvaluationReport report = Evaluator.Report(Predictions(articles, labels, wrongEvery));

        report.MacroF1Low.ShouldBeLessThanOrEqualTo(report.MacroF1);
        report.MacroF1High.ShouldBeGreaterThanOrEqualTo(report.MacroF1);
    }

    [Fact]
    public void The_interval_is_the_same_every_time_and_in_any_order_of_passages()
    {
        Prediction[] predictions = Predictions(60, 3, 4);

        EvaluationReport once = Evaluator.Report(predictions);
        EvaluationReport again = Evaluator.Report([.. predictions.Reverse()]);

        (again.MacroF1Low, again.MacroF1High).ShouldBe((once.MacroF1Low, once.MacroF1High));
        once.MacroF1Low.ShouldBeLessThan(once.MacroF1High);
    }

    [Fact]
    public void More_articles_give_a_narrower_interval() => Width(Predictions(400, 3, 4)).ShouldBeLessThan(0.7 * Width(Predictions(50, 3, 4)));

    // The articles are drawn, not the passages: ten copies of each passage in its article tell nothing new.
    [Fact]
    public void Passages_of_one_article_are_drawn_together()
    {
        Prediction[] predictions = Predictions(60, 3, 4);
        Prediction[] copies = [.. predictions.SelectMany(p => Enumerable.Repeat(p, 10))];

        Width(copies).ShouldBe(Width(predictions), 1e-12);
    }

    [Fact]
    public void A_single_article_has_no_interval()
    {
        EvaluationReport report = Evaluator.Report([.. Predictions(9, 3, 2).Select(p => p with { Passage = p.Passage with { Article = "one" } })]);

        (report.MacroF1Low, report.MacroF1High).ShouldBe((report.MacroF1, report.MacroF1));
    }

    private static double Width(Prediction[] predictions)
    {
        EvaluationReport report = Evaluator.Report(predictions);
        return report.MacroF1High - report.MacroF1Low;
    }

    /// <summary>One passage an article; labels in turn, every n-th of them given the next one.</summary>
    private static Prediction[] Predictions(int articles, int labels, int wrongEvery) =>
    [
        .. Enumerable.Range(0, articles).Select(i => new Prediction(
            new LabelledPassage { Text = $"text {i}", Label = $"label {i % labels}", Article = $"article {i:000}" },
            $"label {(i % wrongEvery == wrongEvery - 1 ? i + 1 : i) % labels}",
            0.5)),
    ];
}
