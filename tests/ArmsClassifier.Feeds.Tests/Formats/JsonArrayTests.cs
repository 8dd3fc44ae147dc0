using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class JsonArrayTests
{
    [Fact]
    public void Each_object_of_an_array_is_an_article()
    {
        List<DocumentItem> items = Reading.Items("[\n  {\"text\": \"A ] { } \\\" b\"},\n  {\n \"title\": \"T\", \"url\": \"https://x.test/1\", \"author\": [\"Ann\", \"Bo\"]}\n]\n");

        items.Select(item => item.Article!.Line).ShouldBe([2, 3]);
        items[0].Article!.Texts().ShouldBe(["A ] { } \" b"]);
        items[1].Article!.Link.ShouldBe("https://x.test/1");
        items[1].Article!.Author.ShouldBe("Ann, Bo");
    }

    [Fact]
    public void Objects_laid_out_over_lines_are_read_one_by_one() =>
        Reading.Items("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n").Select(item => item.Article!.Texts()[0]).ShouldBe(["a", "b"]);

    [Fact]
    public void A_bad_element_is_one_error_and_the_rest_is_read()
    {
        List<DocumentItem> items = Reading.Items("[{\"text\":\"a\"}, 5, {\"text\":1}, {\"note\":\"x\"}, {\"text\":\"b\"}, {\"text\":\"c");

        items.Select(item => item.IsArticle).ShouldBe([true, false, false, false, true, false]);
    }

    [Fact]
    public void An_object_over_the_limit_is_one_error()
    {
        string json = $"[{{\"text\":\"{new string('x', 5000)}\"}},{{\"text\":\"b\"}}]";

        Reading.Items(json, options: new ReaderOptions { MaxItemBytes = 2048 }).Select(item => item.IsArticle).ShouldContain(true);
        Reading.Items(json, options: new ReaderOptions { MaxItemBytes = 2048 })[0].Error().Message.ShouldContain("too long");
    }

    [Fact]
    public void Fields_can_have_other_names()
    {
        var options = new ReaderOptions { Fields = new FieldNames { Text = "body", Title = "headline" } };

        Reading.Article("[{\"headline\":\"T\",\"body\":\"a\"}]", options: options).Texts().ShouldBe(["T", "a"]);
        Reading.Article("{\"headline\":\"T\",\"body\":\"a\"}", options: options).Texts().ShouldBe(["T", "a"]);
    }

    [Theory]
    [InlineData("{\"id\":1,\"text\":\"Tanks sold.\",\"label\":[\"sale\"],\"Comments\":[]}")]
    [InlineData("{\"id\":1,\"data\":\"Tanks sold.\",\"label\":[[0,5,\"X\"]]}")]
    [InlineData("{\"text\":\"Tanks sold.\",\"meta\":{\"source\":\"wire\"},\"answer\":\"accept\",\"accept\":[\"sale\"]}")]
    public void Exports_of_labelling_tools_are_read(string line) => Reading.Article(line).Texts().ShouldBe(["Tanks sold."]);

    [Fact]
    public void Labels_of_fastText_are_left_out()
    {
        List<DocumentItem> items = Reading.Items("__label__sale __label__x Tanks sold.\n\n__label__none\n__label__none A walk.\n");

        items.Select(item => item.Article?.Texts()[0]).ShouldBe(["Tanks sold.", null, "A walk."]);
        items[2].Article!.Line.ShouldBe(4);
        Reading.Note(Encoding.UTF8.GetBytes("__label__a b"))!.ShouldContain("fastText");
    }

    [Fact]
    public void Lists_of_addresses_are_read_as_such()
    {
        const string Opml = "<opml><body><outline text='A' xmlUrl='https://a.test/f'/><outline text='B' url='https://a.test/p'/></body></opml>";
        const string Map = "<urlset><url><loc>https://a.test/1</loc><lastmod>2024-02-01T00:00:00Z</lastmod></url><url><loc>x</loc></url></urlset>";

        Addresses(Opml).ShouldBe(["Feed A https://a.test/f", "Page B https://a.test/p"]);
        Addresses(Map).ShouldBe(["Page  https://a.test/1"]);
        Addresses("<sitemapindex><sitemap><loc>https://a.test/2</loc></sitemap></sitemapindex>").ShouldBe(["Sitemap  https://a.test/2"]);
    }

    private static IEnumerable<string> Addresses(string list) =>
        AddressList.Read(new MemoryStream(Encoding.UTF8.GetBytes(list)), "x").Select(one => $"{one.Kind} {one.Title} {one.Link}");
}
