using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class BenchVerbTests : Folder
{
    private const string Short = "0.02";

    [Fact]
    public void Figures_are_a_table_for_a_person()
    {
        Command run = Command.Run("bench", "--model", TinyModel.File, "--seconds", Short);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Out.ShouldContain("sentences of the three sample articles, recombined");
        run.Out.ShouldMatch(@"model +tiny\n");
        run.Out.ShouldMatch(@"one core +\d+\.\d\d +\d+\.\d +\d");
        run.Out.ShouldMatch(@"all cores \(\d+\) +\d+\.\d\d +\d+\.\d\n");
    }

    [Fact]
    public void Figures_are_an_object_for_a_machine()
    {
        JsonElement figures = JsonDocument.Parse(Bench("--json").Out).RootElement;

        Command.Names(figures).ShouldBe(
            ["model", "text", "passages", "bytes", "meanBytes", "loadMilliseconds", "firstLoadMilliseconds", "oneCore", "allCores"]);
        figures.GetProperty("model").GetString().ShouldBe("tiny");
        figures.GetProperty("oneCore").GetProperty("microsecondsPerPassage").GetDouble().ShouldBeGreaterThan(0);
        figures.GetProperty("oneCore").GetProperty("allocatedBytesPerPassage").GetDouble().ShouldBeInRange(0, 100);
        figures.GetProperty("allCores").GetProperty("cores").GetInt32().ShouldBe(Environment.ProcessorCount);
    }

    [Fact]
    public void The_text_is_the_users_own_without_page_furniture()
    {
        string text = Write("mine.jsonl", "{\"text\":\"Tanks were ordered.\"}\n{\"text\":\"Söldner und Kanonen.\"}\n");

        JsonElement figures = JsonDocument.Parse(Bench("--json", "--text", text).Out).RootElement;

        figures.GetProperty("text").GetString().ShouldBe(text);
        figures.GetProperty("passages").GetInt32().ShouldBe(2);
        figures.GetProperty("bytes").GetInt32().ShouldBe("Tanks were ordered.".Length + "Söldner und Kanonen.".Length + 1);
    }

    [Fact]
    public void Few_passages_are_said_to_look_faster_than_they_are() =>
        Bench("--text", Write("a.txt", "Tanks were ordered from abroad.")).ErrorLines.ShouldHaveSingleItem().ShouldContain("read again and again");

    [Fact]
    public void A_bad_item_is_told_and_the_rest_measured()
    {
        Command run = Bench("--text", Write("a.jsonl", "{\"text\":\"Tanks were ordered.\"}\n{\"text\":\n{\"text\":7}\n"));

        run.ExitCode.ShouldBe(65);
        run.ErrorLines[0].ShouldContain("a.jsonl:2");
        run.ErrorLines[1].ShouldContain("1 more bad item");
        run.Out.ShouldContain("one core");
    }

    [Theory]
    [InlineData("{\"text\":\"\"}\n", "a.txt:1")]
    [InlineData("\0\u0001\0\u0001\0\0\0\u0002", "binary data")]
    [InlineData("", "a.txt")]
    [InlineData("{}\n{}\n{}\n", "a.txt:1")]
    public void Text_without_a_passage_is_65_in_one_line(string content, string told)
    {
        Command run = Bench("--text", Write("a.txt", content));

        run.ExitCode.ShouldBe(65);
        run.Out.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain(told);
    }

    [Fact]
    public void A_file_or_model_that_is_missing_is_66()
    {
        Bench("--text", At("none.txt")).ExitCode.ShouldBe(66);
        Command.Run("bench", "--model", At("none.st")).ExitCode.ShouldBe(66);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("1e9")]
    [InlineData("soon")]
    public void Seconds_that_make_no_sense_are_2(string seconds)
    {
        Command run = Command.Run("bench", "--model", TinyModel.File, $"--seconds={seconds}");

        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain($"--seconds '{seconds}'; expected");
    }

    [Fact]
    public void A_word_that_is_no_option_is_2() => Command.Run("bench", "mine.txt").ExitCode.ShouldBe(2);

    [Fact]
    public async Task It_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));
        using var error = new StringWriter();
        Terminal terminal = Command.Terminal(Stream.Null, Stream.Null, error);

        (await CommandLine.RunAsync(["bench", "--model", TinyModel.File, "--seconds", "600"], terminal, stop.Token)).ShouldBe(130);
    }

    private static Command Bench(params string[] args) => Command.Run([.. (string[])["bench", "--model", TinyModel.File, "--seconds", Short], .. args]);
}
