using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class HostilePageTests
{
    private const int Inputs = 2_000;

    private static readonly string[] s_scraps =
    [
        "<", ">", "\"", "'", "</", "<!--", "-->", "<![CDATA[", "]]>", "<p>", "<div class=\"comments ad\">", "<a href=x>", "</a>", "<script>", "</script>",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",\"author\":[", "\\ud800", "&#xD800;", "&#0;", "&amp;", "\0", "\uFEFF", "<table>",
        "<td>", "<br>", "<li>", "<h1>", "<title>", "<svg>", "<template>", "<frameset>", "<form>", "<article>", "hidden", " itemprop=articleBody ", "漢字",
        "🙂", "<plaintext>", "<base href='http://[::1'>", "<meta property=og:url content='//x'>", "<time datetime=9999-99-99>", "/2024/05/17/",
    ];

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p>a")]
    [InlineData("<font size=1><p>")]
    [InlineData("<a href=x><div>")]
    [InlineData("<span class=a>")]
    [InlineData("<x-y class=a>")]
    [InlineData("<article><h1>")]
    [InlineData("<!--<p>")]
    [InlineData("<br>")]
    [InlineData("</p>")]
    public void Half_a_million_characters_of_open_tags_keep_the_text_after_them(string tag)
    {
        string page = "<html><body>" + string.Concat(Enumerable.Repeat(tag, 500_000 / tag.Length))
            + "<p>The text at the end of the page is still read, however deep it lies.</p>";

        string.Join(' ', HtmlText.Lines(page)).ShouldContain("still read");
        List<DocumentItem> items = Reading.Items(page, DocumentFormat.Html);
        items.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_deeply_nested_article_is_read() =>
        Reading.Article(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>The first paragraph lies very deep, and it is long enough.</p>"
            + "<p>The second paragraph lies there as well, and it is no shorter.</p>")
            .Texts().ShouldBe(["The first paragraph lies very deep, and it is long enough.", "The second paragraph lies there as well, and it is no shorter."]);

    [Fact]
    public void A_page_over_the_limit_is_one_error() =>
        Reading.Items(new string('a', 5000), DocumentFormat.Html, new ReaderOptions { MaxItemBytes = 4096 })
            .ShouldHaveSingleItem().Error().Message.ShouldContain("4096");

    [Fact]
    public void Half_a_character_in_a_name_of_linked_data_leaves_the_page_as_it_is() =>
        Reading.Article("<html><head>"
            + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"\\ud800\":1}}</script></head><body><h1>Ship held</h1>"
            + "<p>A ship was held in the canal on Monday, officers said, after mortars were found under its load of grain.</p></body></html>")
            .Title.ShouldBe("Ship held");

    [Fact]
    public void Damaged_pages_give_articles_and_messages_and_nothing_else()
    {
        string[] seeds = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Html", "Pages"), "*.html")
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var random = new Xorshift(20_240_517);
        for (int i = 0; i < Inputs; i++)
        {
            byte[] page = Damage(seeds[i % seeds.Length], ref random);
            foreach (DocumentItem item in Reading.Items(page, i % 2 == 0 ? DocumentFormat.Html : DocumentFormat.Auto))
            {
                if (item.IsArticle)
                {
                    item.Article.Passages.All(passage => passage.Text.Length > 0 && passage.Line > 0).ShouldBeTrue();
                }
                else
                {
                    item.Error!.Message.Length.ShouldBeLessThan(1000);
                }
            }
        }
    }

    private static byte[] Damage(string seed, ref Xorshift random)
    {
        var page = new StringBuilder(seed);
        for (int edits = 1 + random.Next(8); edits > 0; edits--)
        {
            int at = random.Next(page.Length + 1);
            int length = Math.Min(random.Next(40), page.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    page.Remove(at, length);
                    break;
                case 1:
                    page.Insert(at, page.ToString(at, length));
                    break;
                case 2 when at > 1000:
                    page.Length = at;
                    break;
                default:
                    page.Insert(at, s_scraps[random.Next(s_scraps.Length)]);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
