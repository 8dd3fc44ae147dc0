using System.Diagnostics;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>A token of ten million characters costs no more than its length: what goes with its square takes days.</summary>
[Collection(nameof(Alone))]
public sealed class LongTokenTests
{
    private const int TokenChars = 10_000_000;

    // The pass mark is one second on a quiet machine; a busy one shares its time with other work.
    private const int MaxSeconds = 20;

    private static readonly string[] s_wrappings =
    [
        "%",
        "A ship was held. % was its load.",
        "{\"text\":\"%\"}",
        "{\"title\":\"A\",\"date\":\"%\",\"author\":\"%\"}",
        "[{\"text\":\"%\"}]",
        "article,text\n%,b\n",
        "text\n%\n",
        "<rss><channel><item><title>%</title></item></channel></rss>",
        "<rss><channel><item><title>A</title><description>%</description></item></channel></rss>",
        "<rss><channel><item><title>A</title><link>%</link><pubDate>%</pubDate><author>%</author></item></channel></rss>",
        "<rss><channel><item title='%'><title>A</title></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a '%'>]><rss><channel><item><title>A</title></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content type='html'>%</content></entry></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content type='application/octet-stream'>%</content></entry></feed>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_html\":\"%\"}]}",
        "<urlset><url><loc>https://x.test/%</loc></url></urlset>",
        "<opml><body><outline text='%' type='link' url='https://x.test/'/></body></opml>",
        "__label__% a\n",
        "<html><body><p>%</p></body></html>",
        "<html><head><title>%</title><script type=application/ld+json>{\"author\":\"%\"}</script></head><body><p class='%'>a</p></body></html>",
    ];

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("]]>")]
    [InlineData("<!--")]
    [InlineData("=")]
    [InlineData("@")]
    [InlineData("—")]
    [InlineData("By ")]
    public void A_long_token_costs_no_more_than_its_length(string part)
    {
        string token = string.Concat(Enumerable.Repeat(part, TokenChars / 10 / part.Length));
        var options = new ReaderOptions { MaxItemBytes = 64 << 20 };
        foreach (string wrapping in s_wrappings)
        {
            // One of the parts is as long as the pass mark asks; the others show that nothing goes with the square, at a tenth of it.
            string document = wrapping.Replace("%", part == "a" ? string.Concat(Enumerable.Repeat(token, 10)) : token, StringComparison.Ordinal);
            long begin = Stopwatch.GetTimestamp();

            Reading.Items(Encoding.UTF8.GetBytes(document), options: options).ShouldNotBeEmpty();

            Stopwatch.GetElapsedTime(begin).TotalSeconds.ShouldBeLessThan(MaxSeconds, wrapping);
        }
    }
}
