using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class HostileInputTests
{
    /// <summary>Set to the number of inputs of a night's run, such as 1000000.</summary>
    private const string Switch = "ARMSCLASSIFIER_FUZZ_INPUTS";

    private static readonly int s_inputs =
        int.TryParse(Environment.GetEnvironmentVariable(Switch), CultureInfo.InvariantCulture, out int inputs) ? inputs : 20_000;

    private static readonly string[] s_scraps =
    [
        "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\u2028", "\0", "{", "}", "[", "\\", "\\ud800", "\\u0000",
        "\u200b", "\u00a0", "\uFEFF", "text", "title", "By ",
        "<", ">", "&", "&amp;", "&#", "]]>", "<![CDATA[", "<!--", "<item>", "</item>", "<entry>", "</title>", "=", "'", " xmlns=\"", "<?xml encoding='gbk'?>",
        "18 April 2018", "99999999999", "-", " | ", "•  ", "Related\n", "Home\n", "“",
        "(photo", ":", "...", "жжж", "漢字", "🙂", "\t", "   ", "é", "null", "1e999",
    ];

    [Theory]
    [InlineData(
        DocumentFormat.Jsonl,
        "{\"id\":1,\"title\":\"Ship held\",\"text\":\"A ship was held.\\nBy Ann Lee\\nIt carried arms.\"," +
        "\"date\":\"2018-04-18\"}\n{\"text\":\"b\"}\n")]
    [InlineData(
        DocumentFormat.Csv,
        "article,position,role,title,date,text\na,0,title,,,Ship held\n" +
        "a,1,body,,3 May 2021,\"A ship, \"\"Ann\"\",\nwas held.\"\nb,,,,,c\n")]
    [InlineData(
        DocumentFormat.Text,
        "Home\nMenu\n• News\nShip held in Suez\nBy Ann Lee, 18 April 2018\n\n" +
        "A ship was held, officers said on Monday, after mortars were found." +
        "\nRelated\nTwo\n© 2018")]
    [InlineData(
        DocumentFormat.Feed,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><item><title>A &amp; b</title><link>https://x.test/1</link>" +
        "<pubDate>1 Feb 2024 10:00 GMT</pubDate><description><![CDATA[<p>Text.</p>]]></description></item></channel></rss>")]
    [InlineData(
        DocumentFormat.Feed,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://x.test/\"><entry><title type=\"html\">A &lt;b&gt;</title><link href=\"1\"/>" +
        "<content type=\"xhtml\"><div><p>Text.</p></div></content><author><name>Ann</name></author></entry></feed>")]
    [InlineData(
        DocumentFormat.JsonFeed,
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"content_html\":\"<p>b</p>\",\"authors\":[{\"name\":\"c\"}]}]}")]
    [InlineData(DocumentFormat.Json, "[{\"text\":\"a\",\"author\":[\"b\"]},\n{\"title\":\"c\",\"date\":\"2024-02-01\"}]")]
    [InlineData(
        DocumentFormat.Sitemap,
        "<urlset><url><loc>https://x.test/1</loc><news:news><news:title>A</news:title><news:publication_date>2024-02-01</news:publication_date></news:news></url></urlset>")]
    [InlineData(DocumentFormat.Opml, "<opml><body><outline text=\"A\" type=\"link\" url=\"https://x.test/1\"/><outline xmlUrl=\"https://x.test/f\"/></body></opml>")]
    [InlineData(DocumentFormat.FastText, "__label__sale __label__x Tanks sold.\n__label__none A walk.\n")]
    public void Damaged_input_gives_articles_and_errors_and_nothing_else(DocumentFormat format, string seed)
    {
        var random = new Xorshift(20_240_517);
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < s_inputs; i++)
        {
            // Every other input is read as what it is taken for, which can be a page: pages have no lines.
            byte[] input = Damage(Encoding.UTF8.GetBytes(seed), ref random);
            foreach (DocumentItem item in Reading.Items(input, i % 2 == 0 ? format : DocumentFormat.Auto))
            {
                if (item.IsArticle)
                {
                    item.Article.Passages.All(passage => passage.Text.Length > 0 && (passage.Line > 0 || i % 2 == 1)).ShouldBeTrue();
                }
                else
                {
                    item.Error();
                }
            }
        }

        // A busy machine is no failure; an input that hangs is.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(10.0 * s_inputs));
    }

    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        const string Page =
            "INDIA IMPORTS MISSILES\nBY IGOR ILIN\n18 APRIL 2018\n" +
            "INDIA HAS SIGNED A DEAL FOR MISSILES WITH ISTANBUL, IT SAID.\nLIKE\nSIGN IN\nPRINT";
        const string Table = "ID,TEXT,POSITION,ROLE\n1,a,2,TITLE\n1,b,1,FURNITURE\n";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            "I".ToLower(CultureInfo.CurrentCulture).ShouldBe("ı");

            Article page = Reading.Article(Page);
            page.Title.ShouldBe("INDIA IMPORTS MISSILES");
            page.Date.ShouldBe(new DateOnly(2018, 4, 18));
            page.Roles()[3..].ShouldBe([PassageRole.Body, PassageRole.Furniture, PassageRole.Furniture, PassageRole.Furniture]);
            Reading.Items(Table).Select(item => item.Article!.Passages[0].Role).ShouldBe([PassageRole.Title, PassageRole.Furniture]);
            Reading.Items("{\"id\":1.5,\"text\":\"a\"}\n{\"text\":1}").Select(item => item.Article?.Id ?? item.Error!.ToString()[..8])
                .ShouldBe(["1.5", "input:2:"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Damage(byte[] seed, ref Xorshift random)
    {
        List<byte> bytes = [.. seed];
        for (int edits = 1 + random.Next(6); edits > 0; edits--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_scraps[random.Next(s_scraps.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
