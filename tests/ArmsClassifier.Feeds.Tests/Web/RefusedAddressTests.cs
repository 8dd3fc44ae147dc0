using System.Net;
using System.Net.Sockets;

namespace ArmsClassifier.Feeds.Tests.Web;

/// <summary>Which addresses are asked for, and which hosts are connected to.</summary>
public sealed class RefusedAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://192.168.0.1:8080/")]
    [InlineData("http://224.0.0.251/")]
    [InlineData("https://10.0.0.1/")]
    public void A_written_address_that_is_not_public_is_refused_in_every_form(string address)
    {
        WebOptions options = Refusing(_ => throw new InvalidOperationException("nothing is to be resolved"));

        string message = Fetching.Items(options, address).OneError().Message;

        message.ShouldContain("not an address of the public internet");
        message.ShouldContain("--allow-private-network");
        options.Time().Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("localhost.", "::1")]
    [InlineData("intern.example", "10.1.2.3")]
    [InlineData("mapped.example", "::ffff:192.168.0.1")]
    [InlineData("both.example", "93.184.215.14", "127.0.0.1")]
    [InlineData("both.example", "127.0.0.1", "93.184.215.14")]
    [InlineData("v6.example", "2606:4700::1111", "fd00::1")]
    public void A_name_with_an_address_that_is_not_public_is_refused_whole(string host, params string[] addresses) =>
        Fetching.Items(Refusing(_ => Array.ConvertAll(addresses, IPAddress.Parse)), $"http://{host}/").OneError().Message
            .ShouldContain("not an address of the public internet");

    [Fact]
    public void Nothing_is_sent_to_what_is_refused()
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles));
        WebOptions options = Fetching.Options() with { AllowPrivateNetwork = false };

        Fetching.Items(options, server.At(), server.At(host: "localhost"), server.At(host: "[::ffff:127.0.0.1]"))
            .ShouldAllBe(item => item.Error!.Message.Contains("public internet"));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_changes_its_address_is_checked_at_each_connection()
    {
        using var server = new LoopbackServer(LoopbackServer.Status("503 Busy"));
        var answers = new Queue<string>(["127.0.0.1", "127.0.0.2"]);
        WebOptions options = Outside() with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]) };

        Fetching.Items(options, server.At(host: "rebinding.example")).OneError().Message.ShouldContain("rebinding.example at 127.0.0.2, which is not");

        server.Requests.ShouldHaveSingleItem();
        answers.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_connected_to_is_what_was_resolved_once()
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles));
        var asked = new List<string>();
        WebOptions options = Fetching.Options() with
        {
            Resolve = (host, _) =>
            {
                asked.Add(host);
                return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
            },
        };

        Fetching.Items(options, server.At(host: "bücher.example")).Ids().ShouldBe(["a", "b"]);

        asked.ShouldBe(["xn--bcher-kva.example"]);
        server.Requests.ShouldHaveSingleItem().Header("Host").ShouldNotBeNull().ShouldStartWith("xn--bcher-kva.example");
    }

    [Fact]
    public void The_next_address_of_a_host_is_tried_where_one_refuses()
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles));
        WebOptions options = Fetching.Options() with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]) };

        Fetching.Items(options, server.At(host: "two.example")).Ids().ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://0x7f000002/")]
    [InlineData("//[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public void A_redirect_into_the_private_network_is_refused(string location)
    {
        using var server = new LoopbackServer(LoopbackServer.Status("302 Found", "Location: " + location));

        Fetching.Items(Outside(), server.At()).OneError().Message.ShouldContain("not an address of the public internet");

        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("file:///etc/passwd", "the scheme 'file:'")]
    [InlineData("ftp://example.org/feed", "the scheme 'ftp:'")]
    [InlineData("gopher://example.org/", "the scheme 'gopher:'")]
    [InlineData("data:text/plain,x", "the scheme 'data:'")]
    [InlineData("feed://example.org/", "the scheme 'feed:'")]
    [InlineData("http://user:secret@example.org/", "a user name or password")]
    [InlineData("http://", "'http://'")]
    [InlineData("http:///feed", "'http:///feed'")]
    [InlineData("http://a b/", "'http://a b/'")]
    [InlineData("http://example.org:99999/", "'http://example.org:99999/'")]
    [InlineData("news", "'news'")]
    [InlineData("", "''")]
    public void What_is_no_address_of_the_web_is_refused_before_anything_is_resolved(string address, string found)
    {
        InputError error = Fetching.Items(Refusing(_ => throw new InvalidOperationException("nothing is to be resolved")), address).OneError();

        error.Source.ShouldBe(address);
        error.Message.ShouldContain(found);
        error.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_host_that_does_not_exist_is_told_at_once()
    {
        WebOptions options = Refusing(_ => throw new SocketException((int)SocketError.HostNotFound));

        Fetching.Items(options, "http://no-such-host.example/").OneError().Message.ShouldContain("a host name that does not exist");

        options.Time().Waits.ShouldBeEmpty();
    }

    /// <summary>One address of loopback stands for the public internet.</summary>
    private static WebOptions Outside() => Fetching.Options() with { AllowPrivateNetwork = false, IsPublic = address => address.Equals(IPAddress.Loopback) };

    [Fact]
    public void Hosts_that_cannot_be_are_one_error_each()
    {
        string[] hosts =
        [
            new string('a', 300), string.Join('.', Enumerable.Repeat("label", 60)), "a..b", "-a-.example", "a_b.example", "xn--.example", "xn--a.example",
            "\u200b.example", "é\u0301.example", "①②⑦.⓪.⓪.①", "256.1.1.1", "1.1.1.1.1", "%31%32%37.0.0.1", "[::1", "[v1.x]", "a%00b", "\u202eelpmaxe",
        ];
        WebOptions options = Fetching.Options() with
        {
            AllowPrivateNetwork = false,
            Resolve = (host, _) => throw (host.Length > 255
                ? new ArgumentOutOfRangeException(nameof(host))
                : new SocketException((int)SocketError.HostNotFound)),
        };

        List<DocumentItem> items = Fetching.Items(options, [.. hosts.Select(host => $"http://{host}/")]);

        items.Select(item => item.Error().Source).ShouldBe(hosts.Select(host => $"http://{host}/"));
        options.Time().Waits.ShouldBeEmpty();
    }

    private static WebOptions Refusing(Func<string, IPAddress[]> resolve) => Fetching.Options() with
    {
        AllowPrivateNetwork = false,
        Resolve = (host, _) => Task.FromResult(resolve(host)),
    };
}
