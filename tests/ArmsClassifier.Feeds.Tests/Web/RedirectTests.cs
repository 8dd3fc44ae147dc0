namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public void Redirects_are_followed_to_the_document_and_the_source_stays_what_was_asked_for(string status)
    {
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            exchange.Path == "/new/feed?x=1" ? LoopbackServer.Ok(Fetching.TwoArticles) : LoopbackServer.Status(status, "Location: new/feed?x=1#part")));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At("/feed"));

        items.Ids().ShouldBe(["a", "b"]);
        items[0].Article!.Source.ShouldBe(server.At("/feed"));
    }

    [Theory]
    [InlineData("/stärke", "/st%C3%A4rke")]
    [InlineData("/st%c3%a4rke", "/st%c3%a4rke")]
    [InlineData("//127.0.0.1:{port}/x y", "/x%20y")]
    public void A_redirect_may_be_written_loosely(string location, string path)
    {
        int asked = 0;
        using var server = new LoopbackServer(exchange => Interlocked.Increment(ref asked) == 1
            ? exchange.WriteAsync($"HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: {Filled(location, exchange)}\r\n\r\n")
            : exchange.WriteAsync(LoopbackServer.Ok(Fetching.TwoArticles)));

        Fetching.Items(Fetching.Options(), server.At("/feed")).Ids().ShouldBe(["a", "b"]);

        server.Requests[1].Path.ShouldBe(path, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void Three_redirects_are_followed_and_a_fourth_is_not()
    {
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(exchange.Path switch
        {
            "/0" => LoopbackServer.Ok(Fetching.TwoArticles),
            string path => LoopbackServer.Status("302 Found", $"Location: /{path[1] - '1'}"),
        }));

        Fetching.Items(Fetching.Options(), server.At("/3")).Ids().ShouldBe(["a", "b"]);
        Fetching.Items(Fetching.Options(), server.At("/4")).OneError().Message.ShouldContain("more than 3 redirects");
        server.Requests.Length.ShouldBe(4 + 4);
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/other")]
    public void Redirects_in_a_circle_are_told(string location)
    {
        using var server = new LoopbackServer(exchange => exchange.WriteAsync(
            LoopbackServer.Status("301 Moved Permanently", $"Location: {(exchange.Path == "/feed" ? location : "/feed")}")));

        Fetching.Items(Fetching.Options(), server.At("/feed")).OneError().Message.ShouldContain("a redirect back to");

        server.Requests.Length.ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData("Location: file:///etc/passwd", "a redirect to the scheme 'file:'")]
    [InlineData("Location: data:text/plain,x", "a redirect to the scheme 'data:'")]
    [InlineData("Location: http://user:secret@127.0.0.1/", "a redirect to an address with a user name")]
    [InlineData("Location: http://", "a redirect to")]
    [InlineData("Location:", "a redirect that does not say where to")]
    [InlineData("X-None: 1", "a redirect that does not say where to")]
    public void A_redirect_to_what_is_no_address_of_the_web_is_refused(string header, string found)
    {
        using var server = new LoopbackServer(LoopbackServer.Status("302 Found", header));

        Fetching.Items(Fetching.Options(), server.At()).OneError().Message.ShouldContain(found);
    }

    [Fact]
    public void A_redirect_from_https_to_http_is_refused_and_the_other_way_is_followed()
    {
        Redirects.Next([new("https://example.org/feed")], "http://example.org/feed", 3, out WebFailure? failure).ShouldBeNull();
        failure.ShouldNotBeNull().Found.ShouldBe("a redirect from https to http://example.org/feed");
        Redirects.Next([new("http://example.org/feed")], "https://example.org/feed", 3, out _).ShouldBe(new Uri("https://example.org/feed"));
    }

    private static string Filled(string location, Exchange exchange) =>
        location.Replace("{port}", exchange.Header("Host")!.Split(':')[1], StringComparison.Ordinal);
}
