using System.IO.Compression;
using System.Text;

namespace ArmsClassifier.Feeds.Tests.Web;

/// <summary>What servers do wrong, and that each is one error that says so, with what came before it read.</summary>
[Collection(nameof(Alone))]
public sealed class MisbehavingServerTests
{
    [Fact]
    public void A_server_that_says_nothing_is_given_up_after_the_limit()
    {
        WebOptions options = Fetching.Options();
        using var server = new LoopbackServer(exchange =>
        {
            options.Time().Expire();
            return exchange.HangAsync();
        });

        Fetching.Items(options, server.At()).OneError().Message.ShouldContain("found no answer within 10 s");

        server.Requests.Length.ShouldBe(3);
    }

    [Fact]
    public void A_body_that_stops_coming_is_given_up_after_the_limit_and_what_came_is_read()
    {
        // More than fits in between: when all is written, the beginning has been read.
        WebOptions options = Fetching.Options() with { MaxBodyBytes = 64 << 20, MaxAttempts = 1 };
        byte[] beginning = Fetching.Bytes(Fetching.TwoArticles + new string(' ', 20 << 20));
        using var server = new LoopbackServer(async exchange =>
        {
            await exchange.WriteAsync([.. LoopbackServer.Head("200 OK", "Content-Length: 99999999"), .. beginning]);
            options.Time().Expire();
            await exchange.HangAsync();
        });

        List<DocumentItem> items = Fetching.Items(options, server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain("bytes came within 10 s");
        items.OneError().Message.ShouldContain("the articles before that were read");
    }

    [Fact]
    public void A_body_without_end_is_cut_at_the_limit_and_what_came_is_read()
    {
        using var server = new LoopbackServer(async exchange =>
        {
            await exchange.WriteAsync([.. LoopbackServer.Head("200 OK"), .. Fetching.Bytes(Fetching.TwoArticles)]);
            byte[] blanks = Fetching.Bytes(new string(' ', 64 << 10));
            while (true)
            {
                await exchange.WriteAsync(blanks);
            }
        });

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain("a body of more than 10,485,760 bytes");
        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Content-Length: 5000", "of 5,000 bytes")]
    [InlineData("Transfer-Encoding: chunked", "a body that breaks off after")]
    public void A_body_that_breaks_off_is_told_and_what_came_is_read(string header, string found)
    {
        string body = Fetching.TwoArticles + "{\"id\":\"c\",\"text\":\"The mini";
        string sent = header.StartsWith('T') ? $"{body.Length:x}\r\n{body}\r\n" : body;
        using var server = new LoopbackServer(exchange => exchange.WriteAsync([.. LoopbackServer.Head("200 OK", header), .. Fetching.Bytes(sent)]));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain(found);
        server.Requests.Length.ShouldBe(3);
    }

    [Fact]
    public void Of_a_feed_that_breaks_off_the_items_that_came_are_read_and_one_error_says_so()
    {
        string feed = "<rss version=\"2.0\"><channel><title>Wire</title>"
            + "<item><guid>a</guid><title>Frigate ordered</title><link>/1</link></item><item><guid>b</guid><title>Sale halted</title></item><item><title>Par";
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            [.. LoopbackServer.Head("200 OK", "Content-Type: application/rss+xml", "Content-Length: 5000"), .. Fetching.Bytes(feed)]));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids()[..2].ShouldBe(["a", "b"]);
        items.First(item => item.IsArticle).Article!.Link.ShouldBe(server.At("/1"));
        items.Where(item => item.Error?.Severity != InputSeverity.Note).OneError().Message.ShouldContain("of 5,000 bytes");
    }

    [Fact]
    public void A_body_longer_than_announced_is_read_as_announced()
    {
        string line = Fetching.TwoArticles.Split('\n')[0];
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            [.. LoopbackServer.Head("200 OK", $"Content-Length: {line.Length}"), .. Fetching.Bytes(Fetching.TwoArticles)]));

        Fetching.Items(Fetching.Options(), server.At()).Ids().ShouldBe(["a"]);
    }

    [Fact]
    public void Of_attempts_that_all_break_off_the_longest_is_read()
    {
        int asked = 0;
        using var server = new LoopbackServer(exchange => Interlocked.Increment(ref asked) == 1
            ? exchange.WriteAsync([.. LoopbackServer.Head("200 OK", "Content-Length: 5000"), .. Fetching.Bytes(Fetching.TwoArticles)])
            : exchange.WriteAsync(LoopbackServer.Status("502 Bad Gateway")));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain("502");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public void Compressed_bodies_are_read(string coding)
    {
        byte[] body = coding.Split(", ").Aggregate(Fetching.Bytes(Fetching.TwoArticles), Encode);
        using var server = new LoopbackServer(LoopbackServer.Ok(body, "Content-Encoding: " + coding));

        Fetching.Items(Fetching.Options(), server.At()).Ids().ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Bodies_that_are_less_compressed_than_they_say_or_in_the_raw_form_of_deflate_are_read()
    {
        using var raw = new MemoryStream();
        using (var deflate = new DeflateStream(raw, CompressionLevel.Optimal))
        {
            deflate.Write(Fetching.Bytes(Fetching.TwoArticles));
        }

        using var server = new LoopbackServer(exchange => exchange.WriteAsync(exchange.Path == "/plain"
            ? LoopbackServer.Ok(Fetching.TwoArticles, "Content-Encoding: gzip")
            : LoopbackServer.Ok(raw.ToArray(), "Content-Encoding: deflate")));

        Fetching.Items(Fetching.Options(), server.At("/plain"), server.At("/raw")).Ids().ShouldBe(["a", "b", "a", "b"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void A_bomb_is_cut_at_the_limit_and_what_came_before_is_read(string coding)
    {
        byte[] bomb = Encode([.. Fetching.Bytes(Fetching.TwoArticles), .. new byte[48 << 20]], coding);
        using var server = new LoopbackServer(LoopbackServer.Ok(bomb, "Content-Encoding: " + coding));
        long before = GC.GetTotalAllocatedBytes();

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain("a compressed body that unfolds to more than");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(100L << 20);
    }

    [Fact]
    public void A_bomb_in_a_bomb_is_cut_at_the_inner_limit()
    {
        byte[] bomb = Encode(Encode(Fetching.Bytes(new string('\n', 64 << 20)), "br"), "gzip");
        using var server = new LoopbackServer(LoopbackServer.Ok(bomb, "Content-Encoding: br, gzip"));

        Fetching.Items(Fetching.Options(), server.At()).OneError().Message.ShouldContain("unfolds to more than 1,048,576 bytes");
    }

    [Fact]
    public void A_compressed_body_that_is_damaged_is_told_and_what_came_before_is_read()
    {
        using var coded = new MemoryStream();
        using var encoder = new GZipStream(coded, CompressionLevel.Optimal);
        encoder.Write(Fetching.Bytes(Fetching.TwoArticles + new string(' ', 64 << 10)));
        encoder.Flush();

        // A block of a kind that there is not.
        using var server = new LoopbackServer(LoopbackServer.Ok([.. coded.ToArray(), 0xFF, 0xFF], "Content-Encoding: gzip"));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.OneError().Message.ShouldContain("damaged or cut off");
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip, gzip")]
    public void A_coding_that_was_not_asked_for_is_told(string coding)
    {
        using var server = new LoopbackServer(LoopbackServer.Ok("x", "Content-Encoding: " + coding));

        Fetching.Items(Fetching.Options(), server.At()).OneError().Message.ShouldContain(coding);
    }

    [Theory]
    [InlineData("200 OK", "an answer without content")]
    [InlineData("204 No Content", "the answer 204")]
    [InlineData("206 Partial Content", "the answer 206")]
    [InlineData("300 Multiple Choices", "the answer 300")]
    [InlineData("401 Unauthorized", "look for a public address")]
    [InlineData("403 Forbidden", "look for a public address")]
    [InlineData("404 Not Found", "look for the feed's new address")]
    [InlineData("410 Gone", "look for the feed's new address")]
    [InlineData("418 I'm a teapot", "the answer 418 I'm a teapot")]
    [InlineData("501 Not Implemented", "the server has a fault")]
    public void An_answer_without_a_document_is_one_error_at_once(string status, string found)
    {
        using var server = new LoopbackServer(LoopbackServer.Status(status));

        Fetching.Items(Fetching.Options(), server.At()).OneError().Message.ShouldContain(found);

        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("this is no HTTP at all\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 999999 OK\r\n\r\n")]
    [InlineData("")]
    [InlineData("\u0016\u0003\u0001")]
    public void An_answer_that_is_not_HTTP_is_one_error(string answer)
    {
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(Encoding.Latin1.GetBytes(answer)));

        Fetching.Items(Fetching.Options(), server.At()).OneError().Source.ShouldBe(server.At());
    }

    [Fact]
    public void Headers_without_end_are_given_up()
    {
        using var server = new LoopbackServer(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\n");
            while (true)
            {
                await exchange.WriteAsync($"X-Filler: {new string('x', 1000)}\r\n");
            }
        });

        Fetching.Items(Fetching.Options(), server.At()).OneError().Message.ShouldContain("headers beyond all measure");
    }

    [Fact]
    public void Damaged_answers_give_articles_and_errors_and_nothing_else()
    {
        byte[] whole = LoopbackServer.Ok(
            Encode(Fetching.Bytes(Fetching.TwoArticles), "gzip"),
            "Content-Encoding: gzip", "Content-Type: text/plain; charset=utf-8", "ETag: \"1\"", "Retry-After: 1", "Location: /x");
        int seed = 0;
        using var server = new LoopbackServer(exchange =>
        {
            var random = new Random(Interlocked.Increment(ref seed));
            byte[] damaged = [.. whole];
            for (int i = random.Next(1, 8); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            return exchange.WriteAsync(damaged[..random.Next(damaged.Length + 1)]);
        });
        WebOptions options = Fetching.Options() with { MaxAttempts = 1, MaxConcurrencyPerHost = 8 };
        string[] addresses = [.. Enumerable.Range(0, 300).Select(i => server.At($"/{i}"))];

        List<DocumentItem> items = Fetching.Items(options, addresses);

        items.Select(item => item.Article?.Source ?? item.Error!.Source).Distinct().ShouldBe(addresses);
        items.ShouldAllBe(item => item.IsArticle || item.Error!.Message.Length < 1000);
    }

    private static byte[] Encode(byte[] body, string coding)
    {
        if (coding == "identity")
        {
            return body;
        }

        using var coded = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "br" => new BrotliStream(coded, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(coded, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(coded, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return coded.ToArray();
    }
}
