using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>Sound inputs of every format, small ones, and what is put into them to break them.</summary>
internal static class FuzzSeeds
{
    private const string Jsonl = "{\"text\":\"A ship was held.\"}\n{\"text\":\"It sailed.\"}\n";

    private const string Page =
        "<!doctype html><html><head><title>Ship held | Wire</title><meta property=og:type content=article><link rel=canonical href=/2024/05/17/ship>" +
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ship held\",\"author\":[{\"name\":\"Ann\"}]}</script></head>" +
        "<body><nav><a href=/>Home</a></nav><article class=story><h1>Ship held</h1><p class=byline>By Ann Lee</p>" +
        "<p>A ship was held in the canal on Monday, officers said, after mortars were found under its load of grain.</p>" +
        "<p>The crew was questioned &amp; let go, and the arms stay ashore until the court has heard the owner.</p></article>" +
        "<aside><ul><li><a href=/a>More</a></ul></aside></body></html>";

    /// <summary>What breaks text, JSON, tables and XML.</summary>
    public static string[] TextScraps { get; } =
    [
        "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\u2028", "\0", "{", "}", "[", "\\", "\\ud800", "\\u0000",
        "\u200b", "\u00a0", "\uFEFF", "text", "title", "By ",
        "<", ">", "&", "&amp;", "&#", "]]>", "<![CDATA[", "<!--", "<item>", "</item>", "<entry>", "</title>", "=", "'", " xmlns=\"", "<?xml encoding='gbk'?>",
        "<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]>", "&b;", "<x:y", " xml:base='//['", " xmlns:x='http://purl.org/dc/elements/1.1/'", "mode='base64'", "平成2年",
        "18 April 2018", "99999999999", "-", " | ", "•  ", "Related\n", "Home\n", "“",
        "(photo", ":", "...", "жжж", "漢字", "🙂", "\t", "   ", "é", "null", "1e999",
    ];

    /// <summary>What breaks pages.</summary>
    public static string[] PageScraps { get; } =
    [
        "<", ">", "\"", "'", "</", "<!--", "-->", "<![CDATA[", "]]>", "<p>", "<div class=\"comments ad\">", "<a href=x>", "</a>", "<script>", "</script>",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",\"author\":[", "\\ud800", "&#xD800;", "&#0;", "&amp;", "\0", "\uFEFF", "<table>",
        "<td>", "<br>", "<li>", "<h1>", "<title>", "<svg>", "<template>", "<frameset>", "<form>", "<article>", "hidden", " itemprop=articleBody ", "漢字",
        "🙂", "<plaintext>", "<base href='http://[::1'>", "<meta property=og:url content='//x'>", "<time datetime=9999-99-99>", "/2024/05/17/", "<iframe>",
        "<link rel=alternate type=application/rss+xml href=//[>",
    ];

    /// <summary>What breaks archives and packed data.</summary>
    public static string[] PackedScraps { get; } =
    [
        "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: -1\r\n", "HTTP/1.1", "\n", "\0", "ffffffff\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip, br\r\n", "PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "\u001F",
        "\u007F\u007F\u007F\u007F",
    ];

    /// <summary>The names of the inputs, each with the format that every other input is read as.</summary>
    public static (string Name, DocumentFormat Format)[] Names { get; } =
    [
        ("JSONL", DocumentFormat.Jsonl), ("CSV", DocumentFormat.Csv), ("text", DocumentFormat.Text),
        ("RSS", DocumentFormat.Feed), ("Atom", DocumentFormat.Feed),
        ("RDF", DocumentFormat.Feed), ("JSON Feed", DocumentFormat.JsonFeed), ("JSON", DocumentFormat.Json), ("sitemap", DocumentFormat.Sitemap),
        ("OPML", DocumentFormat.Opml), ("fastText", DocumentFormat.FastText), ("HTML page", DocumentFormat.Html), ("WARC", DocumentFormat.Warc),
        ("gzip", DocumentFormat.Auto), ("zip", DocumentFormat.Auto),
    ];

    /// <summary>The sound inputs of a name.</summary>
    public static byte[][] Of(string name) => name switch
    {
        "WARC" =>
        [[
            .. WarcText.Record("warcinfo", "", "application/warc-fields", "software: x\r\n"u8.ToArray()),
            .. WarcText.Response("https://a.example/1", WarcText.Page("one")),
            .. WarcText.Response("https://a.example/2", Packing.Gzip("It sailed.\nNobody saw it."), "Content-Type: text/plain\r\nContent-Encoding: gzip"),
            .. WarcText.Record("resource", "https://a.example/3", "text/plain", "A ship was held."u8.ToArray()),
        ]],
        "gzip" => [Packing.Gzip(Jsonl), [.. Packing.Gzip(Jsonl), .. Packing.Gzip("A ship was held.")]],
        "zip" => [Packing.Zip(("a.jsonl", Encoding.UTF8.GetBytes(Jsonl)), ("b.txt.gz", Packing.Gzip("A ship was held.\nIt sailed.")))],
        _ => [Encoding.UTF8.GetBytes(TextOf(name))],
    };

    private static string TextOf(string name) => name switch
    {
        "JSONL" => "{\"id\":1,\"title\":\"Ship held\","
            + "\"text\":\"A ship was held.\\nBy Ann Lee\\nIt carried arms.\",\"date\":\"2018-04-18\"}\n{\"text\":\"b\"}\n"
            + "{\"file\":\"x.csv\",\"line\":3,\"message\":\"m\",\"raw\":\"id,text\\n1,c\"}\n",
        "CSV" => "article,position,role,title,date,text\na,0,title,,,Ship held\na,1,body,,3 May 2021,\"A ship, \"\"Ann\"\",\nwas held.\"\nb,,,,,c\n",
        "text" => "Home\nMenu\n• News\nShip held in Suez\nBy Ann Lee, 18 April 2018\n\nA ship was held, officers said on Monday, after mortars were found."
            + "\nRelated\nTwo\n© 2018",
        "RSS" => "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE rss [<!ENTITY b \"ship\">]><rss version=\"2.0\"><channel><item><title>A &amp; b</title>"
            + "<link>https://x.test/1</link><pubDate>1 Feb 2024 10:00 GMT</pubDate><description><![CDATA[<p>Text.</p>]]></description></item></channel></rss>",
        "Atom" => "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://x.test/\"><entry><title type=\"html\">A &lt;b&gt;</title><link href=\"1\"/>"
            + "<content type=\"xhtml\"><div><p>Text.</p></div></content><author><name>Ann</name></author></entry></feed>",
        "RDF" => "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + "<channel rdf:about=\"c\"><title>C</title></channel>"
            + "<item rdf:about=\"https://x.test/1\"><title>A</title><dc:date>2024-W05</dc:date></item></rdf:RDF>",
        "JSON Feed" => "{\"version\":\"https://jsonfeed.org/version/1.1\","
            + "\"items\":[{\"id\":\"1\",\"title\":\"A\",\"content_html\":\"<p>b</p>\",\"authors\":[{\"name\":\"c\"}]}]}",
        "JSON" => "[{\"text\":\"a\",\"author\":[\"b\"]},\n{\"title\":\"c\",\"date\":\"2024-02-01\"}]",
        "sitemap" => "<urlset><url><loc>https://x.test/1</loc>"
            + "<news:news><news:title>A</news:title><news:publication_date>2024-02-01</news:publication_date></news:news></url></urlset>",
        "OPML" => "<opml><body><outline text=\"A\" type=\"link\" url=\"https://x.test/1\"/><outline xmlUrl=\"https://x.test/f\"/></body></opml>",
        "fastText" => "__label__sale __label__x Tanks sold.\n__label__none A walk.\n",
        "HTML page" => Page,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such input"),
    };
}
