namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class RetryTests
{
    [Theory]
    [InlineData("408 Request Timeout")]
    [InlineData("429 Too Many Requests")]
    [InlineData("500 Internal Server Error")]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    [InlineData("504 Gateway Timeout")]
    public void A_failure_that_may_pass_is_tried_three_times_with_growing_waits(string status)
    {
        WebOptions options = Fetching.Options();
        using var server = new LoopbackServer(LoopbackServer.Status(status));

        Fetching.Items(options, server.At()).OneError().Message.ShouldContain(status);

        server.Requests.Length.ShouldBe(3);
        TimeSpan[] waits = options.Time().Waits;
        waits.Length.ShouldBe(2);
        waits[0].TotalSeconds.ShouldBeInRange(0.1, 3);
        waits[1].ShouldBeGreaterThan(waits[0]);
    }

    [Fact]
    public void A_document_that_comes_with_a_later_attempt_is_read_without_an_error()
    {
        int asked = 0;
        using var server = new LoopbackServer(exchange => Interlocked.Increment(ref asked) switch
        {
            1 => Task.CompletedTask,
            2 => exchange.WriteAsync([.. LoopbackServer.Head("200 OK", "Content-Length: 5000"), .. Fetching.Bytes(Fetching.TwoArticles)]),
            _ => exchange.WriteAsync(LoopbackServer.Ok(Fetching.TwoArticles)),
        });

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At());

        items.Ids().ShouldBe(["a", "b"]);
        items.Count.ShouldBe(2);
    }

    [Fact]
    public void No_connection_is_tried_again_and_told()
    {
        var server = new LoopbackServer([]);
        string address = server.At();
        server.Dispose();
        WebOptions options = Fetching.Options();

        Fetching.Items(options, address).OneError().Message.ShouldContain("no connection (ConnectionRefused)");

        options.Time().Waits.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Retry-After: 20", 20)]
    [InlineData("Retry-After: Sun, 01 Mar 2026 12:00:25 GMT", 25)]
    [InlineData("Retry-After: 0", 1)]
    [InlineData("Retry-After: Sun, 01 Mar 2020 12:00:00 GMT", 1)]
    public void A_wait_that_a_server_asks_for_is_kept(string header, int seconds)
    {
        int asked = 0;
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(Interlocked.Increment(ref asked) == 1
            ? LoopbackServer.Status("429 Too Many Requests", header)
            : LoopbackServer.Ok(Fetching.TwoArticles)));
        WebOptions options = Fetching.Options();

        Fetching.Items(options, server.At()).Ids().ShouldBe(["a", "b"]);

        options.Time().Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 3600", "2026-03-01 13:00:00 UTC")]
    [InlineData("503 Service Unavailable", "Retry-After: Mon, 02 Mar 2026 12:00:00 GMT", "2026-03-02 12:00:00 UTC")]
    [InlineData("429 Too Many Requests", "Retry-After: 2147483647", "2094-")]
    [InlineData("429 Too Many Requests", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31")]
    public void A_wait_beyond_the_limit_is_an_error_that_says_until_when(string status, string header, string until)
    {
        using var server = new LoopbackServer(LoopbackServer.Status(status, header));
        WebOptions options = Fetching.Options();

        string message = Fetching.Items(options, server.At()).OneError().Message;

        message.ShouldContain(status);
        message.ShouldContain(until);
        server.Requests.ShouldHaveSingleItem();
        options.Time().Waits.ShouldBeEmpty();
    }

    [Fact]
    public void A_host_that_asks_to_be_left_alone_is_not_asked_for_its_other_feeds()
    {
        using var server = new LoopbackServer(LoopbackServer.Status("429 Too Many Requests", "Retry-After: 600"));
        WebOptions options = Fetching.Options() with { MaxConcurrencyPerHost = 1 };

        List<DocumentItem> items = Fetching.Items(options, [.. Enumerable.Range(0, 5).Select(i => server.At($"/{i}"))]);

        items.Count.ShouldBe(5);
        items.ShouldAllBe(item => item.Error!.Message.Contains("2026-03-01 12:10:00 UTC"));
        server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public void One_attempt_is_one_attempt()
    {
        using var server = new LoopbackServer(LoopbackServer.Status("503 Busy"));

        Fetching.Items(Fetching.Options() with { MaxAttempts = 1 }, server.At()).OneError();

        server.Requests.ShouldHaveSingleItem();
    }
}
