using System.Globalization;

namespace ArmsClassifier.Feeds.Tests;

public sealed class HtmlPageTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Html", "Pages");

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(s_folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Beside each page lies what a reader takes from it: title, date ..., the paragraphs (<c>+</c>), and what is none of it (<c>-</c>).</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_what_a_reader_takes_from_it(string page)
    {
        string[] expected = File.ReadAllLines(Path.Combine(s_folder, page + ".expected"));

        List<DocumentItem> items = [.. DocumentReader.ReadPath(Path.Combine(s_folder, page + ".html"))];

        Article? article = items.Find(item => item.IsArticle)?.Article;
        string messages = string.Join('\n', items.Where(item => !item.IsArticle).Select(item => item.Error!.Message));
        Describe(article, expected, messages).ShouldBe(expected.Where(line => !line.StartsWith("- ", StringComparison.Ordinal)));
        foreach (string no in expected.Where(line => line.StartsWith("- ", StringComparison.Ordinal)))
        {
            string read = string.Join('\n', article?.Passages.Where(passage => passage.Role != PassageRole.Furniture).Select(passage => passage.Text) ?? []);
            read.ShouldNotContain(no[2..]);
        }
    }

    [Fact]
    public void Passages_know_the_line_that_they_begin_on()
    {
        Article article = Reading.Article(
            "<html>\n<body>\n<h1>Guns for the north</h1>\n<p>The first paragraph is here, and it is long enough.</p>\n\n"
            + "<p>The second one\nfollows it, two lines further down the page.</p></body></html>");

        article.Passages.Select(passage => passage.Line).ShouldBe([1, 4, 6]);
    }

    [Fact]
    public void A_link_relative_to_nothing_is_left_out_and_one_to_a_script_is_no_link()
    {
        const string Text = "<p>The first paragraph is here, and it is long enough to be one of an article.</p>";

        Reading.Article($"<html><link rel=canonical href='/news/1'>{Text}").Link.ShouldBe("");
        Reading.Article($"<html><link rel=canonical href='javascript:alert(1)'>{Text}").Link.ShouldBe("");
        Reading.Article($"<html><base href='https://a.example/x/'><link rel=canonical href='../news/1'>{Text}").Link.ShouldBe("https://a.example/news/1");
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","author":"Ann Lee"}""", "Ann Lee")]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Person","name":"Ann Lee"}}""", "Ann Lee")]
    [InlineData("""{"@type":"NewsArticle","author":["Ann Lee",{"name":"Jo Park"}]}""", "Ann Lee, Jo Park")]
    [InlineData("""{"@type":["Article","NewsArticle"],"creator":["Ann Lee"]}""", "Ann Lee")]
    [InlineData("""{"@graph":[{"@type":"WebPage"},{"@type":"Article","author":{"name":["Ann Lee"]}}]}""", "Ann Lee")]
    [InlineData("""{"@type":"NewsArticle","author":"https://a.example/ann"}""", "")]
    [InlineData("""{"@type":"NewsArticle","author":"\ud800"}""", "")]
    [InlineData("""{"@type":"NewsArticle","author":""", "")]
    [InlineData("\"NewsArticle\"", "")]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"author\":\"Ann\tLee\"} -->", "Ann Lee")]
    public void Authors_are_read_from_JSON_LD_however_it_is_shaped(string data, string author) =>
        Reading.Article(
            $"<html><script type='application/ld+json'>{data}</script><p>The first paragraph is here, and it is long enough to be one of an article.</p>")
            .Author.ShouldBe(author);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-05-17T23:30:00-05:00'>", "2024-05-17", "2024-05-18T04:30:00Z")]
    [InlineData("<meta name='pubdate' content='Fri, 17 May 2024 23:30:00 GMT'>", "2024-05-17", "2024-05-17T23:30:00Z")]
    [InlineData("<time datetime='2024-05-17'>yesterday</time>", "2024-05-17", null)]
    [InlineData("<span itemprop='datePublished' content='2024-05-17'>17/5</span>", "2024-05-17", null)]
    [InlineData("<p class='date'>Friday, May 17th, 2024</p>", "2024-05-17", null)]
    [InlineData("<link rel='canonical' href='https://a.example/2024/05/17/guns'>", "2024-05-17", null)]
    [InlineData("<link rel='canonical' href='https://a.example/2024/55/17/guns'>", null, null)]
    [InlineData("<meta name='date' content='soon'>", null, null)]
    public void Dates_are_read_wherever_pages_put_them(string markup, string? date, string? moment)
    {
        Article article = Reading.Article(
            $"<html><body>{markup}<h1>Guns for the north</h1><p>The first paragraph is here, and it is long enough to be one of an article.</p>");

        article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(date);
        article.Published?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture).ShouldBe(moment);
    }

    [Theory]
    [InlineData("<title>Guns for the north | Metro</title>", "Guns for the north")]
    [InlineData("<title>Metro | Guns for the far north of the realm</title>", "Guns for the far north of the realm")]
    [InlineData("<title>Guns for the north - talks go on</title><h1>Guns for the north - talks go on</h1>", "Guns for the north - talks go on")]
    [InlineData("<meta property='og:title' content='Guns &amp;amp; men &#8211; Metro'><meta property='og:site_name' content='Metro'>", "Guns & men")]
    [InlineData("<title>Home</title><h1>Guns for the north</h1>", "Guns for the north")]
    [InlineData("<h1>Metro</h1><meta property='og:title' content='Guns for the north'>", "Guns for the north")]
    public void The_title_is_the_headline_without_the_name_of_the_site(string markup, string title) =>
        Reading.Article($"<html><body>{markup}<p>The first paragraph is here, and it is long enough to be one of an article.</p>").Title.ShouldBe(title);

    private static List<string> Describe(Article? article, string[] expected, string messages)
    {
        var found = new List<string>();
        foreach (string line in expected)
        {
            string key = line[..line.IndexOf(' ')];
            string? value = key switch
            {
                "title" => article?.Title,
                "date" => article?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "author" => article?.Author,
                "link" => article?.Link,
                "message" => messages.Contains(line[8..], StringComparison.Ordinal) ? line[8..] : messages,
                _ => null,
            };
            if (key is not ("+" or "-" or "standfirst"))
            {
                found.Add($"{key} {value}");
            }
        }

        foreach (Passage passage in article?.Passages ?? [])
        {
            if (passage.Role is PassageRole.Standfirst or PassageRole.Body)
            {
                found.Add((passage.Role == PassageRole.Body ? "+ " : "standfirst ") + passage.Text);
            }
        }

        return [.. Ordered(found)];
    }

    /// <summary>The order of an expectation: what is said of the page, its summary, a message, its paragraphs.</summary>
    private static IEnumerable<string> Ordered(List<string> found)
    {
        string[] keys = ["title", "date", "author", "link", "standfirst", "message", "+"];
        return found.OrderBy(line => Array.IndexOf(keys, line[..line.IndexOf(' ')]));
    }

    [Theory]
    [InlineData("<link rel=alternate type=application/rss+xml href='/feed.xml'>", "give its feed, https://quay.test/feed.xml")]
    [InlineData("<link rel='alternate home' type='application/atom+xml; charset=utf-8' href='https://far.test/a'>", "give its feed, https://far.test/a")]
    [InlineData(
        "<link rel=alternate type=application/feed+json href=f.json><link rel=alternate type=application/rss+xml href=f.xml>",
        "https://quay.test/f.json or https://quay.test/f.xml")]
    [InlineData("<link rel=stylesheet type=application/rss+xml href=/x><link rel=alternate type=text/html href=/y>", "give the page of an article")]
    public void A_page_without_an_article_tells_of_the_feed_that_it_names(string links, string cure)
    {
        string page = $"<html><head><link rel=canonical href='https://quay.test/'>{links}</head><body><form><p>Sign in</p></form></body></html>";

        Reading.Items(page).ShouldHaveSingleItem().Error().Message.ShouldContain(cure);
    }

    [Fact]
    public void A_feed_whose_page_has_no_address_is_named_as_it_is_written() =>
        Reading.Items("<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head><body></body></html>")
            .ShouldHaveSingleItem().Error().Message.ShouldContain("give its feed, /feed.xml");

    [Theory]
    [InlineData("<!-- only a remark -->")]
    [InlineData("<!-- one --> \n <!-- two -->\n")]
    [InlineData("<?xml version=\"1.0\"?><stock><ship>Tug</ship></stock>")]
    public void Markup_of_another_kind_is_told_to_be_no_feed(string document) =>
        Reading.Items(document).ShouldHaveSingleItem().Error().Message.ShouldStartWith("found no feed");
}
