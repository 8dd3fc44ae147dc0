using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class XmlAttackTests
{
    private const string Feed = "<rss version=\"2.0\"><channel><item><title>One</title>{0}</item></channel></rss>";

    [Fact]
    public void Entities_that_multiply_each_other_stand_for_nothing()
    {
        var entities = new StringBuilder("<!ENTITY e0 \"laugh\">");
        for (int i = 1; i < 20; i++)
        {
            entities.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};\">");
        }

        Article article = Read($"<!DOCTYPE rss [{entities}]>" + Feed.Replace("{0}", "<description>A &e19;.</description>", StringComparison.Ordinal));

        article.Texts().ShouldBe(["One", "A ."]);
    }

    [Fact]
    public void A_long_entity_referred_to_often_stays_bounded()
    {
        string references = string.Concat(Enumerable.Repeat("&a;", 100_000));

        Article article = Read(
            $"<!DOCTYPE rss [<!ENTITY a \"{new string('x', 50_000)}\">]>" + Feed.Replace("{0}", $"<description>{references}</description>", StringComparison.Ordinal));

        article.Texts().Sum(text => text.Length).ShouldBeLessThan(1_000_000);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY title SYSTEM \"file:///etc/hostname\">]>")]
    public void A_document_type_is_never_fetched(string documentType) =>
        Read(documentType + Feed.Replace("{0}", "", StringComparison.Ordinal)).Texts().ShouldBe(["One"]);

    [Fact]
    public void A_million_open_tags_are_passed_over_with_a_short_message()
    {
        string open = string.Concat(Enumerable.Repeat("<a>", 1_000_000));

        List<DocumentItem> items = Reading.Items(Feed.Replace("{0}", $"<description>Text {open}</description>", StringComparison.Ordinal));

        items.Count(item => item.IsArticle).ShouldBe(1);
        items.Single(item => !item.IsArticle).Error().Message.ShouldContain("nested deeper than 256");
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<a b=\"")]
    [InlineData("<?x")]
    [InlineData("<!DOCTYPE x [")]
    [InlineData("&")]
    [InlineData("</a>")]
    [InlineData("<")]
    public void Many_openings_without_an_end_cost_no_more_than_their_length(string opening)
    {
        string many = string.Concat(Enumerable.Repeat(opening + " ", 200_000));

        Reading.Items(Feed.Replace("{0}", $"<description>{many}</description>", StringComparison.Ordinal))
            .ShouldContain(item => item.IsArticle && item.Article!.Title == "One");
    }

    [Fact]
    public void A_tag_with_a_hundred_thousand_attributes_is_read()
    {
        string attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}='x'"));

        Read(Feed.Replace("{0}", $"<b{attributes}/>", StringComparison.Ordinal)).Title.ShouldBe("One");
    }

    private static Article Read(string document) => Reading.Items(document).Single(item => item.IsArticle).Article!;
}
