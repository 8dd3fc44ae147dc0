using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>"What an article gets" of the codebook, over a model that labels each of the words below without doubt.</summary>
public sealed class ArticleTests
{
    private const string Sale = "delivers";
    private const string Block = "vetoes";
    private const string Rupture = "recalls";
    private const string Analysis = "why";
    private const string None = "football";
    private const string German = "Die Regierung hat die Ausfuhr nicht genehmigt und will sich auch nicht dazu \u00E4u\u00DFern";

    private static readonly Classifier s_classifier = SmallModel.Load();

    [Theory]
    [InlineData("sale", Sale, Sale, Block, Block, Block)]
    [InlineData("block", Block, Block, Sale, Sale, Sale)]
    [InlineData("analysis", Analysis, Analysis, None, None)]
    [InlineData("diplomatic-rupture", Rupture, Rupture, Sale)]
    public void An_article_is_what_its_headline_and_lead_report(string label, params string[] texts)
    {
        ArticleResult result = Classify(texts);
        result.Label.ShouldBe(label);
        result.IsArmsTrade.ShouldBeTrue();
    }

    [Theory]
    [InlineData("sale", None, None, Sale, Sale, Sale)]
    [InlineData("block", None, None, Block, Block, Block, Block, Sale)]
    [InlineData("analysis", None, None, Analysis, Analysis, Analysis, Analysis, Sale)]
    [InlineData("sale", None, None, Sale, Sale, Sale, Block, Block, Analysis, Analysis)]
    [InlineData("none", None, None, None, None, Sale, Sale)]
    public void Where_headline_and_lead_are_about_something_else_it_is_what_most_passages_carry(string label, params string[] texts) =>
        Classify(texts).Label.ShouldBe(label);

    [Fact]
    public void One_passage_among_many_of_something_else_makes_no_article() =>
        Classify([None, None, .. Enumerable.Repeat(None, 10), Sale]).Label.ShouldBe("none");

    [Theory]
    [InlineData(None, None, None)]
    [InlineData(Rupture, Rupture, Rupture)]
    [InlineData(Rupture, None, Rupture, Rupture)]
    [InlineData(None, Rupture)]
    public void A_quarrel_without_arms_is_not_arms_trade_news(params string[] texts)
    {
        ArticleResult result = Classify(texts);
        result.Label.ShouldBe("none");
        result.IsArmsTrade.ShouldBeFalse();
    }

    [Fact]
    public void A_quarrel_with_arms_in_any_passage_is() =>
        Classify(Rupture, Rupture, None, None, Sale).Label.ShouldBe("diplomatic-rupture");

    [Fact]
    public void Page_furniture_has_no_result_and_no_vote()
    {
        ArticleResult result = ClassifyPassages(
            new(Sale, PassageRole.Furniture),
            new(None, PassageRole.Title),
            new(Sale, PassageRole.Furniture),
            new(None),
            new(Sale, PassageRole.Furniture));

        result.Label.ShouldBe("none");
        result.Passages.Select(p => p.Result?.Label).ShouldBe([null, "none", null, "none", null]);
        result.Passages.Select(p => p.Passage).ShouldBe(result.Article.Passages);
        Share(result.Shares, "none").ShouldBe(1);
    }

    [Fact]
    public void Shares_and_maxima_are_of_the_classified_passages_in_the_models_order()
    {
        ArticleResult result = ClassifyPassages(
            new(Sale, PassageRole.Title), new(Block), new(Sale), new(German), new(Sale), new(Block, PassageRole.Furniture));

        result.Shares.Select(s => s.Label).ShouldBe(s_classifier.Model.Labels);
        result.Maxima.Select(s => s.Label).ShouldBe(s_classifier.Model.Labels);
        Share(result.Shares, "sale").ShouldBe(0.75);
        Share(result.Shares, "block").ShouldBe(0.25);
        Share(result.Shares, "none").ShouldBe(0);
        Share(result.Maxima, "block").ShouldBe(s_classifier.Classify(Block).Probability);
    }

    [Fact]
    public void An_article_in_another_language_is_unsupported()
    {
        ArticleResult result = ClassifyPassages(new(German, PassageRole.Title), new(German), new(Sale, PassageRole.Furniture));

        result.Label.ShouldBe(Classifier.Unsupported);
        result.IsArmsTrade.ShouldBeFalse();
        result.Shares.ShouldBeEmpty();
    }

    [Fact]
    public void Passages_in_another_language_have_no_vote() => Classify(German, German, German, Sale).Label.ShouldBe("sale");

    [Fact]
    public void An_article_without_news_is_background()
    {
        foreach (ArticleResult result in (ArticleResult[])[ClassifyPassages(), ClassifyPassages(new Passage(Sale, PassageRole.Furniture))])
        {
            result.Label.ShouldBe("none");
            result.IsArmsTrade.ShouldBeFalse();
            result.Shares.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Maxima_are_empty_where_nothing_was_classified()
    {
        ClassifyPassages().Maxima.ShouldBeEmpty();
        ClassifyPassages(new Passage(German)).Maxima.ShouldBeEmpty();
    }

    [Fact]
    public void The_article_comes_back_as_it_was_given_and_its_passages_explained_when_asked()
    {
        var article = new Article { Id = "a", Passages = [new(Sale, PassageRole.Title, 3), new("")] };
        ArticleResult result = s_classifier.Classify(article, explain: true);

        result.Article.ShouldBeSameAs(article);
        result.Passages[0].Result.ShouldNotBeNull().Evidence.ShouldNotBeEmpty();
        s_classifier.Classify(article).Passages[0].Result.ShouldNotBeNull().Evidence.ShouldBeEmpty();
        Should.Throw<ArgumentNullException>(() => s_classifier.Classify((Article)null!));
    }

    [Fact]
    public void A_passage_of_an_article_gets_what_it_gets_alone()
    {
        Passage[] passages = [.. Repository.Passages().Take(100).Select(line => new Passage(line))];
        ArticleResult result = Bundled.Classifier.Classify(new Article { Id = "wire", Passages = passages });

        for (int i = 0; i < passages.Length; i++)
        {
            result.Passages[i].Result.ShouldNotBeNull().Probabilities.ShouldBe(Bundled.Classifier.Classify(passages[i].Text).Probabilities);
        }
    }

    // The first text is the headline, the second the lead.
    private static ArticleResult Classify(params string[] texts) =>
        ClassifyPassages([.. texts.Select((text, i) => new Passage(text, i == 0 ? PassageRole.Title : PassageRole.Body))]);

    private static ArticleResult ClassifyPassages(params Passage[] passages) =>
        s_classifier.Classify(new Article { Id = "a", Passages = passages });

    private static double Share(IReadOnlyList<LabelProbability> shares, string label) => shares.Single(s => s.Label == label).Probability;
}
