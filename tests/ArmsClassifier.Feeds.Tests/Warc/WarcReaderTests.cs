using System.IO.Compression;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class WarcReaderTests
{
    private static readonly byte[] s_info = WarcText.Record("warcinfo", "", "application/warc-fields", "software: test\r\n"u8.ToArray());

    [Fact]
    public void Pages_are_read_with_their_addresses_and_nothing_else_is()
    {
        List<DocumentItem> items = Reading.Items(
        [
            .. s_info,
            .. WarcText.Record("request", "https://a.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            .. WarcText.Response("https://a.example/1", WarcText.Page("one")),
            .. WarcText.Record("metadata", "https://a.example/1", "application/warc-fields", "fetchTimeMs: 12"u8.ToArray()),
            .. WarcText.Response("https://a.example/2.jpg", [0xFF, 0xD8, 0, 0], "Content-Type: image/jpeg"),
            .. WarcText.Response("https://a.example/gone", WarcText.Page("gone"), status: 404),
            .. WarcText.Response("https://a.example/robots.txt", "User-agent: *\nDisallow: /", "Content-Type: text/plain"),
            .. WarcText.Record("resource", "https://a.example/3", "text/html", Encoding.UTF8.GetBytes(WarcText.Page("three"))),
            .. WarcText.Record(
                "conversion", "https://a.example/4", "text/plain",
                "Guns for four\nThe guns were sold to the north on Friday, the minister said.\nNobody asked why they were."u8.ToArray()),
        ]);

        items.Select(item => item.Article!.Id).ShouldBe(["https://a.example/1", "https://a.example/3", "https://a.example/4"]);
        items.Select(item => item.Article!.Link).ShouldBe(["https://a.example/1", "https://a.example/3", "https://a.example/4"]);
        items.ShouldAllBe(item => item.Article!.Source == Reading.Source);
        items[0].Article!.Title.ShouldBe("Guns for one");
    }

    [Theory]
    [InlineData("0.18")]
    [InlineData("1.0")]
    [InlineData("1.1")]
    public void Every_version_is_read(string version) =>
        Reading.Article(Encoding.UTF8.GetString(
            WarcText.Record("resource", "https://a.example/1", "text/html", Encoding.UTF8.GetBytes(WarcText.Page("one")), version: version)))
            .Title.ShouldBe("Guns for one");

    [Fact]
    public void Records_packed_one_by_one_are_read() =>
        Reading.Items(
        [
            .. Packing.Gzip(s_info), .. Packing.Gzip(WarcText.Response("https://a.example/1", WarcText.Page("one"))),
            .. Packing.Gzip(WarcText.Response("https://a.example/2", WarcText.Page("two"))),
        ]).Select(item => item.Article!.Title).ShouldBe(["Guns for one", "Guns for two"]);

    [Fact]
    public void Charset_and_codings_of_the_response_are_undone()
    {
        byte[] page = Encoding.Latin1.GetBytes(WarcText.Page("Åland"));
        byte[] chunked =
            [.. "5\r\n"u8, .. page[..5], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{page.Length - 5:x};x=y\r\n"), .. page[5..], .. "\r\n0\r\n\r\n"u8];
        const string Type = "Content-Type: text/html; charset=\"ISO-8859-1\"\r\n";

        List<DocumentItem> items = Reading.Items(
        [
            .. WarcText.Response("https://a.example/1", page, Type + "Server: x"),
            .. WarcText.Response("https://a.example/2", Packing.Gzip(page), Type + "Content-Encoding: gzip"),
            .. WarcText.Response("https://a.example/3", Packing.Brotli(page), Type + "content-encoding: br"),
            .. WarcText.Response("https://a.example/4", Packing.Deflate(page), Type + "Content-Encoding: deflate"),
            .. WarcText.Response("https://a.example/5", Packing.ZLib(page), Type + "Content-Encoding: deflate"),
            .. WarcText.Response("https://a.example/6", chunked, Type + "Transfer-Encoding: chunked"),
            .. WarcText.Response("https://a.example/7", page, Type + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
            .. WarcText.Response("https://a.example/8", page, "content-type:\r\n text/html; charset=ISO-8859-1"),
        ]);

        items.Select(item => item.Article!.Title).ShouldBe(Enumerable.Repeat("Guns for Åland", 8));
    }

    [Fact]
    public void A_length_that_is_too_long_does_not_swallow_the_next_record()
    {
        byte[] block = Encoding.UTF8.GetBytes(WarcText.Page("one"));

        List<DocumentItem> items = Reading.Items(
        [
            .. WarcText.Record("resource", "https://a.example/1", "text/html", block, block.Length + 100_000),
            .. WarcText.Response("https://a.example/2", WarcText.Page("two")),
        ]);

        items.Where(item => item.IsArticle).Select(item => item.Article!.Title).ShouldBe(["Guns for one", "Guns for two"]);
        items[^1].Error().Severity.ShouldBe(InputSeverity.Warning);
    }

    [Fact]
    public void A_length_that_is_too_short_does_not_stop_the_archive()
    {
        byte[] block = Encoding.UTF8.GetBytes(WarcText.Page("one"));

        List<DocumentItem> items = Reading.Items(
        [
            .. WarcText.Record("resource", "https://a.example/1", "text/html", block, 20),
            .. WarcText.Response("https://a.example/2", WarcText.Page("two")),
        ]);

        items.ShouldContain(item => item.IsArticle && item.Article.Title == "Guns for two");
        items.ShouldContain(item => !item.IsArticle && item.Error.Severity == InputSeverity.Warning);
    }

    [Fact]
    public void An_archive_that_breaks_off_gives_what_comes_before_and_a_warning()
    {
        byte[] archive = [.. WarcText.Response("https://a.example/1", WarcText.Page("one")), .. WarcText.Response("https://a.example/2", WarcText.Page("two"))];

        List<DocumentItem> items = Reading.Items(archive[..^120]);

        items[0].Article!.Title.ShouldBe("Guns for one");
        items[^1].Error().Severity.ShouldBe(InputSeverity.Warning);
    }

    [Fact]
    public void A_page_that_expands_without_end_is_one_error_and_the_archive_goes_on()
    {
        byte[] bomb = Packing.Bomb("<html><p>", 40, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        byte[] record = WarcText.Response("https://a.example/bomb", bomb, "Content-Type: text/html\r\nContent-Encoding: gzip");
        byte[] next = WarcText.Response("https://a.example/2", WarcText.Page("two"));

        foreach (byte[] archive in new byte[][] { [.. record, .. next], [.. Packing.Gzip(record), .. Packing.Gzip(next)] })
        {
            List<DocumentItem> items = Reading.Items(archive);

            items[0].Error().Message.ShouldContain("200 times");
            items[0].Error().Source.ShouldContain("https://a.example/bomb");
            items[1].Article!.Title.ShouldBe("Guns for two");
        }
    }

    [Fact]
    public void A_record_that_expands_without_end_is_passed_over_with_its_gzip_member()
    {
        byte[] bomb = Packing.Bomb(
            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/bomb\r\nContent-Type: text/html\r\n"
                + "Content-Length: 99999999\r\n\r\n<html><p>",
            40,
            stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

        List<DocumentItem> items = Reading.Items([.. bomb, .. Packing.Gzip(WarcText.Response("https://a.example/2", WarcText.Page("two")))]);

        items[0].Error().Message.ShouldContain("200 times");
        items.ShouldContain(item => item.IsArticle && item.Article.Title == "Guns for two");
    }

    [Fact]
    public void Pages_without_an_article_are_summed_up_in_one_note()
    {
        byte[] archive =
        [
            .. WarcText.Response("https://a.example/1", WarcText.Page("one")),
            .. WarcText.Response("https://a.example/2", "<html><body><div id=app></div></body></html>"),
            .. WarcText.Response("https://a.example/3", "<html><body><a href=/>Home</a></body></html>"),
        ];

        List<DocumentItem> items = [.. DocumentReader.Read(new MemoryStream(archive), Reading.Source)];

        items.Count.ShouldBe(2);
        items[1].Error!.Severity.ShouldBe(InputSeverity.Note);
        items[1].Error!.Message.ShouldContain("2 hold no article");
    }
}
