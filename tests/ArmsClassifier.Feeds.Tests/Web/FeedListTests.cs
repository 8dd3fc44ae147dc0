namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class FeedListTests
{
    [Fact]
    public void The_feeds_of_a_list_are_read_in_its_order_each_once_and_one_that_fails_stops_none()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options());

        List<DocumentItem> items = Follow(web, server.At("/a"), server.At("/gone"), server.At("/b"), server.At("/a"), "ftp://example.org/feed", server.At("/c"));

        items.Select(item => item.Article?.Id ?? item.Error!.Source).ShouldBe(["/a", server.At("/gone"), "/b", "ftp://example.org/feed", "/c"]);
        server.Requests.Count(request => request.Path == "/a").ShouldBe(1);
    }

    [Fact]
    public void A_list_of_too_many_feeds_is_read_up_to_the_limit()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options() with { MaxFeedsPerList = 2 });

        List<DocumentItem> items = Follow(web, server.At("/a"), server.At("/b"), server.At("/c"));

        items.Ids().ShouldBe(["/a", "/b"]);
        items.OneError().Message.ShouldContain("3 feeds in one list");
        items.OneError().Source.ShouldBe("list.opml");
    }

    [Fact]
    public void A_list_is_not_followed_without_a_way_to_the_web_nor_out_of_an_archive()
    {
        using LoopbackServer server = News();
        using var web = new WebReader(Fetching.Options());
        string[] addresses = [server.At("/a")];

        FeedList.Read(Source(depth: 0), addresses, new ReaderOptions()).OneError().Message.ShouldContain("a list of 1 feeds");
        FeedList.Read(Source(depth: 1), addresses, new ReaderOptions { Web = web }).OneError().Message.ShouldContain("name the list itself");

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_names_nothing_is_one_error()
    {
        using var web = new WebReader(Fetching.Options());

        Follow(web).OneError().Message.ShouldContain("a list that names no feed");
    }

    private static List<DocumentItem> Follow(WebReader web, params string[] addresses) => [.. FeedList.Read(Source(depth: 0), addresses, new ReaderOptions { Web = web })];

    private static DocumentSource Source(int depth) => new(Stream.Null, "list.opml") { Depth = depth };

    private static LoopbackServer News() => new(exchange => exchange.WriteAsync(exchange.Path == "/gone"
        ? LoopbackServer.Status("410 Gone")
        : LoopbackServer.Ok($"{{\"id\":\"{exchange.Path}\",\"text\":\"Tanks.\"}}")));
}
