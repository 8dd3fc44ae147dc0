using System.Text;
using System.Text.Json;
using ArmsClassifier.Feeds.Tests.Web;

namespace ArmsClassifier.Cli.Tests.Verbs;

/// <summary>What <c>classify</c> does with addresses and lists of them.</summary>
public sealed class ClassifyWebTests : Folder
{
    private const string Private = "--allow-private-network";

    [Fact]
    public void Addresses_and_files_are_read_in_the_order_in_which_they_are_named()
    {
        using LoopbackServer server = News();

        Command run = Classify(server.At("/1"), Write("a.txt", "Tanks were ordered from abroad."), server.At("/2"), server.At("/3"), Private, "--no-cache");

        run.ExitCode.ShouldBe(0, run.Error);
        Ids(run).ShouldBe(["/1", At("a.txt"), "/2", "/3"]);
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_fails_is_one_error_with_its_cure_and_the_rest_is_written()
    {
        using LoopbackServer server = News();

        Command run = Classify(
            server.At("/1"), server.At("/gone"), "ftp://example.org/feed", server.At("/2"), Private, "--no-cache", "--errors", At("bad.jsonl"));

        run.ExitCode.ShouldBe(65);
        Ids(run).ShouldBe(["/1", "/2"]);
        JsonElement[] errors = [.. File.ReadLines(At("bad.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        errors.Select(error => error.GetProperty("file").GetString()).ShouldBe([server.At("/gone"), "ftp://example.org/feed"]);
        errors[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("the answer 404 Not Found");
    }

    [Fact]
    public void The_private_network_is_refused_unless_allowed()
    {
        using LoopbackServer server = News();

        Command run = Classify(server.At("/1"), "--no-cache");

        run.ExitCode.ShouldBe(65);
        run.ErrorLines[0].ShouldContain("--allow-private-network");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Copies_are_kept_in_the_folder_that_is_named_and_read_offline()
    {
        string address;
        byte[] online;
        using (LoopbackServer server = News())
        {
            address = server.At("/1");
            online = Classify(address, Private, "--cache", At("cache")).Bytes;
        }

        Command offline = Classify(address, "--offline", "--cache", At("cache"));

        offline.ExitCode.ShouldBe(0, offline.Error);
        offline.Bytes.ShouldBe(online);
        Directory.GetFiles(At("cache")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--no-cache", "--offline")]
    [InlineData("--no-cache", "--cache", "x")]
    [InlineData("--cache", "")]
    public void Options_that_contradict_each_other_are_2(params string[] options) => Classify(["https://example.org/", .. options]).ExitCode.ShouldBe(2);

    [Fact]
    public void A_list_is_followed_where_it_was_named_and_not_where_it_lies_in_a_folder()
    {
        using LoopbackServer server = News();
        Directory.CreateDirectory(At("in"));
        string outlines = string.Concat("/1 /gone /2".Split(' ').Select(path => $"<outline xmlUrl='{server.At(path)}'/>"));
        string list = Write("in/list.opml", $"<opml><body>{outlines}</body></opml>");

        Command named = Classify(list, Private, "--no-cache");
        Command piped = Command.Read(File.ReadAllText(list), "classify", "--model", TinyModel.File, Private, "--no-cache");
        Command inFolder = Classify(At("in"), Private, "--no-cache");

        Ids(named).ShouldBe(["/1", "/2"]);
        named.ErrorLines[0].ShouldContain(server.At("/gone"));
        piped.Bytes.ShouldBe(named.Bytes);
        inFolder.ExitCode.ShouldBe(0);
        inFolder.Out.ShouldBeEmpty();
        inFolder.ErrorLines[0].ShouldContain("name the list itself");
        server.Requests.Length.ShouldBe(6);
    }

    [Fact]
    public void An_output_may_be_named_like_nothing_on_the_web()
    {
        using LoopbackServer server = News();

        Classify(server.At("/1"), Private, "--no-cache", "--output", At("out.jsonl")).ExitCode.ShouldBe(0);

        File.ReadAllLines(At("out.jsonl")).ShouldHaveSingleItem();
    }

    private static LoopbackServer News() => new(exchange => exchange.WriteAsync(exchange.Path == "/gone"
        ? LoopbackServer.Status("404 Not Found")
        : LoopbackServer.Ok(Encoding.UTF8.GetBytes($"{{\"id\":\"{exchange.Path}\",\"text\":\"The ministry signed a contract for tanks.\"}}"), "ETag: 1")));

    private static Command Classify(params string[] words) => Command.Run(["classify", "--model", TinyModel.File, .. words]);

    private static string?[] Ids(Command run) => [.. run.Records.Select(record => record.GetProperty("id").GetString())];
}
