namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class CacheTests : IDisposable
{
    private const string Tag = "W/\"v 1\"";
    private const string Modified = "Sat, 28 Feb 2026 08:00:00 GMT";
    private readonly string _folder = Path.Join(Directory.CreateTempSubdirectory("web-cache-tests").FullName, "cache");

    [Fact]
    public void A_document_that_has_not_changed_is_read_from_the_copy()
    {
        using LoopbackServer server = Conditional();

        List<DocumentItem> first = Fetching.Items(Cached(), server.At());
        List<DocumentItem> second = Fetching.Items(Cached(), server.At());

        first.Ids().ShouldBe(["a", "b"]);
        second.Select(item => item.Article!.ToString()).ShouldBe(first.Select(item => item.Article!.ToString()));
        server.Requests[0].Header("If-None-Match").ShouldBeNull();
        server.Requests[1].Header("If-None-Match").ShouldBe(Tag);
        server.Requests[1].Header("If-Modified-Since").ShouldBe(Modified);
        Files().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_changed_document_takes_the_place_of_the_copy()
    {
        int version = 0;
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            LoopbackServer.Ok($"{{\"id\":\"{Interlocked.Increment(ref version)}\",\"text\":\"Tanks.\"}}", $"ETag: \"{version}\"")));

        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["1"]);
        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["2"]);
        Fetching.Items(Cached() with { Offline = true }, server.At()).Ids().ShouldBe(["2"]);

        server.Requests[1].Header("If-None-Match").ShouldBe("\"1\"");
    }

    [Fact]
    public void Not_modified_without_a_copy_is_asked_once_more_without_conditions()
    {
        int asked = 0;
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(Interlocked.Increment(ref asked) == 1
            ? LoopbackServer.Status("304 Not Modified")
            : LoopbackServer.Ok(Fetching.TwoArticles)));

        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["a", "b"]);

        server.Requests[1].Header("Cache-Control").ShouldBe("no-cache");
    }

    [Fact]
    public void Not_modified_again_and_again_is_an_error()
    {
        using var server = new LoopbackServer(LoopbackServer.Status("304 Not Modified"));

        Fetching.Items(Cached(), server.At()).OneError().Message.ShouldContain("304");

        server.Requests.Length.ShouldBe(2);
    }

    [Fact]
    public void Compressed_bodies_and_the_charset_come_back_from_the_copy()
    {
        byte[] latin = [.. Fetching.Bytes("{\"id\":\"a\",\"text\":\"Fr"), 0xE9, .. Fetching.Bytes("gate.\"}")];
        using var server = new LoopbackServer(LoopbackServer.Ok(latin, "ETag: 1", "Content-Type: application/json; charset=iso-8859-1"));

        WebDocument fetched = Fetch(server.At(), offline: false);
        WebDocument copy = Fetch(server.At(), offline: true);

        copy.Body.ToArray().ShouldBe(latin);
        (copy with { Body = fetched.Body }).ShouldBe(fetched);
        copy.ToSource("x", Stream.Null).Charset.ShouldBe("iso-8859-1");
        copy.ToSource("x", Stream.Null).MediaType.ShouldBe("application/json");
    }

    [Fact]
    public void A_validator_is_sent_only_to_where_it_came_from()
    {
        string target = "/one";
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(exchange.Path == "/feed"
            ? LoopbackServer.Status("302 Found", "Location: " + target)
            : LoopbackServer.Ok(Fetching.TwoArticles, "ETag: \"x\"")));

        Fetching.Items(Cached(), server.At());
        Fetching.Items(Cached(), server.At());
        target = "/two";
        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["a", "b"]);

        server.Requests.Select(request => $"{request.Path} {request.Header("If-None-Match")}").ShouldBe(
            ["/feed ", "/one ", "/feed ", "/one \"x\"", "/feed ", "/two "]);
    }

    [Fact]
    public void A_damaged_copy_is_none_at_whatever_byte()
    {
        using LoopbackServer server = Conditional();
        Fetching.Items(Cached(), server.At());
        string file = Files().ShouldHaveSingleItem();
        byte[] whole = File.ReadAllBytes(file);
        var address = new Uri(server.At());
        CacheEntry.Read(whole, address).ShouldNotBeNull();
        CacheEntry.Read(whole, new Uri(server.At("/other"))).ShouldBeNull();
        for (int i = 0; i < whole.Length; i++)
        {
            CacheEntry.Read(whole.AsMemory(0, i), address).ShouldBeNull();
            byte[] flipped = [.. whole];
            flipped[i] ^= 0x20;
            WebDocument? read = CacheEntry.Read(flipped, address);
            (read is null || read.Body.Span.SequenceEqual(whole.AsSpan(^read.Body.Length..))).ShouldBeTrue();
        }

        File.WriteAllBytes(file, whole[..^1]);
        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["a", "b"]);
        server.Requests[^1].Header("If-None-Match").ShouldBeNull();
        File.ReadAllBytes(file).ShouldBe(whole);
    }

    [Theory]
    [InlineData("Cache-Control: private, no-store")]
    public void What_the_server_wants_kept_nowhere_is_not_kept(string header)
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles, "ETag: 1", header));

        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["a", "b"]);

        Files().ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_broke_off_is_not_kept()
    {
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            [.. LoopbackServer.Head("200 OK", "ETag: 1", "Content-Length: 5000"), .. Fetching.Bytes(Fetching.TwoArticles)]));

        Fetching.Items(Cached(), server.At()).Ids().ShouldBe(["a", "b"]);

        Files().ShouldBeEmpty();
    }

    [Fact]
    public void Offline_nothing_is_asked_for_and_a_missing_copy_is_an_error()
    {
        using LoopbackServer server = Conditional();
        Fetching.Items(Cached(), server.At());

        List<DocumentItem> items = Fetching.Items(Cached() with { Offline = true }, server.At("/none"), server.At());

        items.OneError().Message.ShouldContain("no copy in the cache");
        items.Ids().ShouldBe(["a", "b"]);
        server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_one_warning_and_everything_is_read()
    {
        File.WriteAllText(_folder, "a file where the folder should be");
        using LoopbackServer server = Conditional();

        List<DocumentItem> items = Fetching.Items(Cached(), server.At("/1"), server.At("/2"));

        items.Ids().ShouldBe(["a", "b", "a", "b"]);
        items.OneError().Severity.ShouldBe(InputSeverity.Warning);
        items.OneError().Source.ShouldBe(_folder);
    }

    [Fact]
    public void Old_copies_and_left_overs_go_and_files_of_others_stay()
    {
        WebOptions options = Cached();
        using LoopbackServer server = Conditional();
        Fetching.Items(options, server.At("/old"));
        string old = Files().ShouldHaveSingleItem();
        string leftOver = Path.ChangeExtension(old, ".0.tmp");
        string others = Path.Join(_folder, "notes.web");
        File.WriteAllText(leftOver, "");
        File.WriteAllText(others, "");
        DateTime longAgo = options.Clock.GetUtcNow().UtcDateTime - WebCache.MaxAge - TimeSpan.FromDays(1);
        foreach (string file in Files())
        {
            File.SetLastWriteTimeUtc(file, longAgo);
        }

        Fetching.Items(options, server.At("/new"));

        Files().Length.ShouldBe(2);
        File.Exists(old).ShouldBeFalse();
        File.Exists(leftOver).ShouldBeFalse();
        File.Exists(others).ShouldBeTrue();
    }

    [Fact]
    public void Beyond_the_size_limit_the_longest_unused_go()
    {
        Directory.CreateDirectory(_folder);
        string[] big = [.. Enumerable.Range(0, 3).Select(i => Path.Join(_folder, new string((char)('a' + i), 64) + ".web"))];
        WebOptions options = Cached();
        for (int i = 0; i < big.Length; i++)
        {
            using (FileStream file = File.Create(big[i]))
            {
                file.SetLength(WebCache.MaxBytes / 2);
            }

            File.SetLastWriteTimeUtc(big[i], options.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(3 - i));
        }

        using LoopbackServer server = Conditional();
        Fetching.Items(options, server.At());

        Array.ConvertAll(big, File.Exists).ShouldBe([false, false, true]);
        Files().Length.ShouldBe(2);
    }

    [Fact]
    public async Task Readers_that_share_a_folder_do_each_other_no_harm()
    {
        int version = 0;
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            LoopbackServer.Ok(
                string.Concat(Enumerable.Repeat($"{{\"id\":\"{Interlocked.Increment(ref version)}\",\"text\":\"Tanks.\"}}\n", 500)),
                $"ETag: \"{version}\"")));

        List<DocumentItem>[] runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Fetching.Items(Cached(), server.At()))));

        runs.ShouldAllBe(items => items.Count == 500 && items.Ids().Distinct().Count() == 1);
        Fetching.Items(Cached() with { Offline = true }, server.At()).Count.ShouldBe(500);
        Files().ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static LoopbackServer Conditional() => new(exchange => exchange.WriteAsync(exchange.Header("If-None-Match") == Tag
        ? LoopbackServer.Status("304 Not Modified", "ETag: " + Tag)
        : LoopbackServer.Ok(Fetching.TwoArticles, "ETag: " + Tag, "Last-Modified: " + Modified)));

    private WebOptions Cached() => Fetching.Options() with { CacheFolder = _folder };

    private WebDocument Fetch(string address, bool offline)
    {
        using var fetch = new WebFetch(Cached() with { Offline = offline });
        FetchOutcome outcome = fetch.FetchAsync(address, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        outcome.Failure.ShouldBeNull();
        return outcome.Document.ShouldNotBeNull();
    }

    private string[] Files() => Directory.Exists(_folder) ? Directory.GetFiles(_folder) : [];
}
