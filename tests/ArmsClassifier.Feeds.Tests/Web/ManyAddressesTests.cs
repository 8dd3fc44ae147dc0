namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class ManyAddressesTests
{
    [Fact]
    public void Documents_are_given_in_the_order_of_their_addresses_and_one_that_fails_stops_none()
    {
        // The first is held back until the last is asked for, as far as the reader reads ahead.
        var lastIsAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new LoopbackServer(async exchange =>
        {
            if (exchange.Path == "/5")
            {
                lastIsAsked.SetResult();
            }

            if (exchange.Path == "/0")
            {
                await lastIsAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), exchange.Stop);
            }

            await exchange.WriteAsync(exchange.Path == "/3"
                ? LoopbackServer.Status("404 Not Found")
                : LoopbackServer.Ok($"{{\"id\":\"{exchange.Path}\",\"text\":\"Tanks.\"}}"));
        });

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), [.. Enumerable.Range(0, 6).Select(i => server.At($"/{i}"))]);

        items.Select(item => item.Article?.Id ?? item.Error!.Source).ShouldBe(["/0", "/1", "/2", server.At("/3"), "/4", "/5"]);
    }

    [Fact]
    public void No_more_requests_are_under_way_at_one_host_than_allowed()
    {
        int now = 0;
        int most = 0;
        using var server = new LoopbackServer(async exchange =>
        {
            int under = Interlocked.Increment(ref now);
            InterlockedMax(ref most, under);
            await Task.Delay(20, exchange.Stop);
            Interlocked.Decrement(ref now);
            await exchange.WriteAsync(LoopbackServer.Ok(Fetching.TwoArticles));
        });

        Fetching.Items(Fetching.Options(), [.. Enumerable.Range(0, 12).Select(i => server.At($"/{i}"))]).Count.ShouldBe(24);

        most.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_stops_taking_items_stops_the_fetches()
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new LoopbackServer(async exchange =>
        {
            if (exchange.Path == "/0")
            {
                await exchange.WriteAsync(LoopbackServer.Ok(Fetching.TwoArticles));
                return;
            }

            await exchange.HangAsync();
            hungUp.SetResult();
        });
        using var reader = new WebReader(Fetching.Options());

        await foreach (DocumentItem item in reader.ReadAsync([server.At("/0"), server.At("/1")], cancellation: TestContext.Current.CancellationToken))
        {
            while (server.Requests.Length < 2)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            break;
        }

        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_and_disposing_end_reading(bool dispose)
    {
        using var stop = new CancellationTokenSource();
        var reader = new WebReader(Fetching.Options());
        using var server = new LoopbackServer(async exchange =>
        {
            if (dispose)
            {
                reader.Dispose();
            }
            else
            {
                await stop.CancelAsync();
            }

            await exchange.HangAsync();
        });

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (DocumentItem item in reader.ReadAsync([server.At()], cancellation: stop.Token))
            {
                item.ShouldBeNull();
            }
        });

        reader.Dispose();
    }

    [Fact]
    public void A_request_says_who_asks_and_nothing_more()
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles, "Set-Cookie: id=1; Path=/"));
        using var reader = new WebReader(Fetching.Options());

        Fetching.Items(reader, server.At());
        Fetching.Items(reader, server.At());

        foreach (Exchange request in server.Requests)
        {
            request.Header("User-Agent").ShouldNotBeNull().ShouldMatch(@"^ArmsClassifier/\d+\.\d+\.\d+$");
            request.Header("Accept").ShouldNotBeNull().ShouldContain("application/rss+xml");
            request.Header("Accept-Encoding").ShouldBe("gzip, deflate, br");
            request.Header("Cookie").ShouldBeNull();
            request.Header("Referer").ShouldBeNull();
            request.Header("Authorization").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("https://example.org/feed", true)]
    [InlineData("HTTP://example.org", true)]
    [InlineData("ftp://example.org", true)]
    [InlineData("file:///etc/passwd", true)]
    [InlineData("feeds/a.xml", false)]
    [InlineData("C://feeds/a.xml", false)]
    [InlineData("://x", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    public void An_address_is_told_from_a_path(string word, bool isAddress) => WebReader.IsAddress(word).ShouldBe(isAddress);

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
            Thread.Yield();
        }
    }
}
