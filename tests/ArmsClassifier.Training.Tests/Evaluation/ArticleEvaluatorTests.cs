namespace ArmsClassifier.Training.Tests;

/// <summary>Articles are judged by the codebook's rule for their label, from what a model said of their passages.</summary>
public sealed class ArticleEvaluatorTests
{
    private static readonly ModelInfo s_model = new()
    {
        Name = "news",
        Labels = ["block", "none", "rupture", "sale"],
        LabelRoles = [LabelRole.Topic, LabelRole.Background, LabelRole.Context, LabelRole.Topic],
        Prior = [0.25, 0.25, 0.25, 0.25],
        ConformalQuantiles = [],
    };

    [Theory]
    [InlineData("sale,none,none,none", "sale")]
    [InlineData("none,block,sale,sale", "block")]
    [InlineData("none,none,sale,none", "none")]
    [InlineData("none,none,sale,sale,block", "sale")]
    [InlineData("rupture,rupture,none,none", "none")]
    [InlineData("rupture,none,none,sale", "rupture")]
    public void The_true_label_is_the_headlines_then_the_leads_then_that_of_most(string passages, string label)
    {
        ArticleReport report = Report(Article("a", passages.Split(','), passages.Split(','))).ShouldNotBeNull();

        report.Labels.PerLabel.Keys.ShouldHaveSingleItem().ShouldBe(label);
        report.Labels.N.ShouldBe(1);
    }

    [Fact]
    public void A_wrong_headline_and_lead_make_the_article_wrong()
    {
        Prediction[] right = Article("right", ["sale", "sale", "none"], ["sale", "sale", "none"]);
        Prediction[] wrong = Article("wrong", ["sale", "sale", "none"], ["block", "block", "none"]);
        Prediction[] lost = Article("lost", ["sale", "sale", "none"], ["none", "none", "none"]);
        Prediction[] other = Article("other", ["none", "none", "none"], ["none", "none", "none"]);

        ArticleReport report = Report([.. right, .. wrong, .. lost, .. other]).ShouldNotBeNull();

        report.Labels.Accuracy.ShouldBe(0.5);
        report.Labels.Confusion["sale"]["block"].ShouldBe(1);
        report.Labels.Confusion["sale"]["none"].ShouldBe(1);
        report.Subject.ShouldBe(new LabelFigures(3, 1, 2.0 / 3, 0.8));
    }

    [Fact]
    public void What_is_no_whole_article_is_left_out()
    {
        Report(Article("short", ["sale", "sale"], ["sale", "sale"])).ShouldBeNull();
        Prediction[] headless = Article("headless", ["sale", "sale", "sale"], ["sale", "sale", "sale"]);
        Report([.. headless.Select(p => p with { Passage = p.Passage with { Role = PassageRole.Body } })]).ShouldBeNull();
        Report([.. headless.Select(p => p with { Passage = p.Passage with { Role = PassageRole.Title } })]).ShouldBeNull();
        Prediction[] furnished = [.. headless.Select((p, i) => i == 1 ? p with { Passage = p.Passage with { Role = PassageRole.Furniture } } : p)];
        Report(furnished).ShouldBeNull();
    }

    private static ArticleReport? Report(Prediction[] predictions) => ArticleEvaluator.Report(predictions, s_model);

    private static Prediction[] Article(string name, string[] truth, string[] given) => [.. truth.Select((label, i) => new Prediction(
        new LabelledPassage { Article = name, Position = i, Role = i == 0 ? PassageRole.Title : PassageRole.Body, Label = label, Text = $"{name} {i}" }, given[i], 0.7)
    {
        Probabilities = [.. s_model.Labels.Select(l => new LabelProbability(l, l == given[i] ? 0.7 : 0.1))],
    })];
}
