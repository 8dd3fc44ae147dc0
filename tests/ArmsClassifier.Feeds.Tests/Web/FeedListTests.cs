namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class FeedListTests
{
    [Fact]
    public void The_feeds_of_a_list_are_read_in_its_order_each_once_and_one_that_fails_stops_none()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options());

        List<DocumentItem> items = Follow(
            web, List(server.At("/a"), server.At("/gone"), server.At("/b"), server.At("/a"), "ftp://example.org/feed", server.At("/c?x=1&amp;y=2")));

        items.Select(item => item.Article?.Id ?? item.Error!.Source).ShouldBe(["/a", server.At("/gone"), "/b", "ftp://example.org/feed", "/c?x=1&y=2"]);
        server.Requests.Count(request => request.Path == "/a").ShouldBe(1);
    }

    [Fact]
    public void A_list_may_be_broken_nested_and_written_in_other_cases()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options());
        string list = $"<opml version='1.1'><head><title>Arms & trade</title></head><body><outline text='Wires'>"
            + $"<outline text='A' xmlurl=\" {server.At("/a")} \"/><outline XMLURL='{server.At("/b")}'>";

        List<DocumentItem> items = Follow(web, list);

        items.Ids().ShouldBe(["/a", "/b"]);
        items.OneError().Severity.ShouldBe(InputSeverity.Warning);
    }

    [Fact]
    public void A_list_at_an_address_is_followed_and_a_list_that_it_names_is_not()
    {
        LoopbackServer? server = null;
        using LoopbackServer running = server = new LoopbackServer(exchange => exchange.WriteAsync(LoopbackServer.Ok(
            exchange.Path.StartsWith("/list", StringComparison.Ordinal) ? List(server!.At("/a"), server.At("/list/inner")) : Line(exchange.Path),
            "Content-Type: text/x-opml")));

        List<DocumentItem> items = Fetching.Items(Fetching.Options(), server.At("/list"), server.At("/b"));

        items.Select(item => item.Article?.Id ?? item.Error!.Source).ShouldBe(["/a", server.At("/list/inner"), "/b"]);
        items.OneError().Message.ShouldContain("found a list of feeds (2)");
    }

    [Fact]
    public void A_list_of_too_many_feeds_is_read_up_to_the_limit()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options() with { MaxFeedsPerList = 2 });

        List<DocumentItem> items = Follow(web, List(server.At("/a"), server.At("/b"), server.At("/c")));

        items.Ids().ShouldBe(["/a", "/b"]);
        items.OneError().Message.ShouldContain("3 feeds in one list");
        items.OneError().Source.ShouldBe("list.opml");
    }

    [Fact]
    public void A_list_is_not_followed_without_a_way_to_the_web_nor_out_of_an_archive()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options());

        Reading.Items(List(server.At("/a"))).OneError().Message.ShouldContain("name the list itself");
        Follow(web, List(server.At("/a")), depth: 1).OneError().Message.ShouldContain("found a list of feeds (1)");

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_names_nothing_is_told()
    {
        using var web = new WebReader(Fetching.Options());

        Follow(web, List()).ShouldHaveSingleItem().Error!.Message.ShouldContain("OPML without articles");
    }

    private static List<DocumentItem> Follow(WebReader web, string list, int depth = 0) =>
    [
        .. DocumentReader.Read(
            new DocumentSource(new MemoryStream(Fetching.Bytes(list)), "list.opml") { Depth = depth }, DocumentFormat.Auto, new ReaderOptions { Web = web }),
    ];

    private static string List(params string[] addresses) =>
        "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body>"
        + string.Concat(addresses.Select(address => $"<outline type=\"rss\" text=\"x\" xmlUrl=\"{address}\"/>"))
        + "</body></opml>";

    private static LoopbackServer News() => new(exchange => exchange.WriteAsync(exchange.Path == "/gone"
        ? LoopbackServer.Status("410 Gone")
        : LoopbackServer.Ok(Line(exchange.Path))));

    private static string Line(string path) => $"{{\"id\":\"{path}\",\"text\":\"Tanks.\"}}";
}
