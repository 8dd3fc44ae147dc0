using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class ClassifyVerbTests : Folder
{
    private const string Sale = "The ministry signed a contract for tanks and delivery begins next year.";

    [Fact]
    public void A_passage_record_has_the_promised_fields_in_their_order()
    {
        JsonElement record = Classify($$"""{"id":"x","text":"{{Sale}}"}""").Records.ShouldHaveSingleItem();

        Command.Names(record).ShouldBe(["id", "passage", "line", "role", "label", "probability", "also", "abstained", "probabilities", "set", "link"]);
        record.GetProperty("label").GetString().ShouldBe("sale");
        record.GetProperty("role").GetString().ShouldBe("body");
        Command.Names(record.GetProperty("probabilities")).ShouldBe(["block", "none", "sale"]);
        record.GetProperty("probabilities").EnumerateObject().Sum(p => p.Value.GetDouble()).ShouldBe(1, 1e-6);
        record.GetProperty("probabilities").GetProperty("sale").GetDouble().ShouldBe(record.GetProperty("probability").GetDouble());
    }

    [Fact]
    public void Evidence_names_stretches_of_the_text_that_sum_to_the_score()
    {
        JsonElement record = Classify($$"""{"text":"{{Sale}}"}""", "--explain", "--text").Records.ShouldHaveSingleItem();

        Command.Names(record)[^4..].ShouldBe(["score", "bias", "evidence", "text"]);
        string text = record.GetProperty("text").GetString()!;
        JsonElement[] evidence = [.. record.GetProperty("evidence").EnumerateArray()];
        evidence.ShouldNotBeEmpty();
        foreach (JsonElement e in evidence)
        {
            e.GetProperty("text").GetString().ShouldBe(text.Substring(e.GetProperty("start").GetInt32(), e.GetProperty("length").GetInt32()));
        }

        double sum = record.GetProperty("bias").GetDouble() + evidence.Sum(e => e.GetProperty("contribution").GetDouble());
        sum.ShouldBe(record.GetProperty("score").GetDouble(), 1e-6);
    }

    [Fact]
    public void Ids_are_echoed_in_the_order_of_the_input_and_the_bytes_are_the_same_each_time()
    {
        string input = string.Concat(Enumerable.Range(0, 3000).Select(i => $$"""{"id":{{i}},"text":"{{Sale}} Number {{i}}."}""" + "\n"));

        Command first = Classify(input, "--explain", "--text");

        first.Records.Select(r => r.GetProperty("id").GetString()).ShouldBe(Enumerable.Range(0, 3000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        Classify(input, "--explain", "--text").Bytes.ShouldBe(first.Bytes);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        string input = $$"""{"id":"İı","title":"TITLE IN CAPITALS","date":"2024-02-01","text":"{{Sale}}"}""";
        foreach (string[] options in new string[][] { ["--explain"], ["--output-format", "csv"], ["--unit", "article"], ["--output-format", "table"], ["--coverage", "0.5"] })
        {
            byte[] expected = Classify(input, options).Bytes;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Classify(input, options).Bytes.ShouldBe(expected);
        }
    }

    [Fact]
    public void Page_furniture_has_records_only_where_asked_for()
    {
        string page = Write("page.txt", $"Home\nWorld\nSport\nWeather\nArmy orders tanks from abroad\n{Sale}\nShare this article\nAll rights reserved.\n");

        Command.Run("classify", page, "--model", TinyModel.File).Records.ShouldAllBe(r => r.GetProperty("role").GetString() != "furniture");
        JsonElement furniture = Command.Run("classify", page, "--all", "--model", TinyModel.File).Records.First(r => r.GetProperty("role").GetString() == "furniture");
        furniture.GetProperty("label").ValueKind.ShouldBe(JsonValueKind.Null);
        furniture.GetProperty("line").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void An_article_record_has_the_promised_fields_in_their_order()
    {
        JsonElement record = Classify($$"""{"id":7,"title":"Army orders tanks","date":"2024-02-01","source":"wire","text":"{{Sale}}"}""", "--unit", "article").Records.ShouldHaveSingleItem();

        Command.Names(record).ShouldBe(["id", "title", "date", "source", "label", "isArmsTrade", "passages", "furniture", "shares", "maxima", "link", "published", "author"]);
        record.GetProperty("id").GetString().ShouldBe("7");
        record.GetProperty("date").GetString().ShouldBe("2024-02-01");
        record.GetProperty("source").GetString().ShouldBe("wire");
        record.GetProperty("isArmsTrade").GetBoolean().ShouldBeTrue();
        record.GetProperty("passages").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void A_bad_line_is_told_on_one_line_and_the_rest_is_written()
    {
        Command run = Classify($$"""{"id":"a","text":"{{Sale}}"}""" + "\n{broken\n" + $$"""{"id":"b","text":"{{Sale}}"}""");

        run.ExitCode.ShouldBe(65);
        run.Records.Select(r => r.GetProperty("id").GetString()).ShouldBe(["a", "b"]);
        run.ErrorLines[0].ShouldStartWith("armsclassifier: stdin:2: ");
    }

    [Fact]
    public void Bad_items_go_to_a_file_where_one_is_named()
    {
        Command run = Classify("{broken\n{\"text\":\"" + Sale + "\"}\n", "--errors", At("bad.jsonl"));

        run.ExitCode.ShouldBe(65);
        JsonElement error = JsonDocument.Parse(File.ReadAllText(At("bad.jsonl"))).RootElement;
        Command.Names(error).ShouldBe(["file", "line", "message", "severity", "raw"]);
        error.GetProperty("line").GetInt32().ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("bad.jsonl");
    }

    [Fact]
    public void A_file_that_is_not_there_ends_the_run_before_anything_is_written()
    {
        Command run = Command.Run("classify", Write("a.txt", Sale), At("none.txt"), "--model", TinyModel.File, "--output", At("out.jsonl"));

        run.ExitCode.ShouldBe(66);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("none.txt");
        Files().ShouldBe(["a.txt"]);
    }

    [Fact]
    public void Files_and_folders_are_read_in_order_and_the_output_file_is_put_in_its_place()
    {
        Directory.CreateDirectory(At("in"));
        Write("in/b.txt", Sale);
        Write("in/a.txt", Sale);
        Write("z.jsonl", """{"id":"z","text":"Rain."}""");
        Write("out.jsonl", "old");

        Command run = Command.Run("classify", At("z.jsonl"), At("in"), "--model", TinyModel.File, "--output", At("out.jsonl"));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldBeEmpty();
        File.ReadAllLines(At("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ShouldBe(["z", At("in/a.txt"), At("in/b.txt")]);
        Files().ShouldBe(["out.jsonl", "z.jsonl"]);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_74() =>
        Classify("{\"text\":\"a\"}", "--output", At("no/such/folder.jsonl")).ExitCode.ShouldBe(74);

    [Fact]
    public void A_table_for_machines_quotes_and_leaves_formulas_alone()
    {
        Command run = Classify("""{"id":"=1+1","text":"He said \"stop, now\""}""", "--output-format", "csv", "--text");

        string[] lines = run.Out.Split("\r\n");
        lines[0].ShouldBe("id,passage,line,role,label,probability,also,abstained,probability_block,probability_none,probability_sale,link,text");
        lines[1].ShouldStartWith("=1+1,0,1,body,");
        lines[1].ShouldEndWith(",\"He said \"\"stop, now\"\"\"");
    }

    [Fact]
    public void A_table_of_articles_has_a_column_for_each_share_and_maximum()
    {
        string[] lines = Classify($$"""{"id":"x","title":"T","text":"{{Sale}}"}""", "--output-format", "csv", "--unit", "article").Out.Split("\r\n");

        lines[0].ShouldBe("id,title,date,source,label,isArmsTrade,passages,furniture,share_block,share_none,share_sale,maximum_block,maximum_none,maximum_sale,link,published,author");
        lines[1].Split(',').Length.ShouldBe(17);
    }

    [Theory]
    [InlineData("passage")]
    [InlineData("article")]
    public void A_terminal_gets_a_table_without_commands_from_the_text(string unit)
    {
        string input = """{"id":"x\u001b[2J","title":"Tanks \u009b31m","text":"A \u001b]0;evil\u0007 contract \u202e was signed."}""";

        Command run = Command.Show(terminal: true, input, "classify", "--unit", unit, "--model", TinyModel.File);

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("\e[");
        run.Out.ShouldNotContain("\e[2J");
        run.Out.IndexOfAny(['\u009b', '\u0007', '\u202e']).ShouldBe(-1);
        run.Out.ShouldNotContain("\e]");
        Command.Show(terminal: true, input, "classify", "--output-format", "csv", "--text", "--model", TinyModel.File).Out.ShouldNotContain("\e");
    }

    [Fact]
    public void A_higher_coverage_abstains_more()
    {
        string input = string.Concat(TinyModel.Table.Split('\n').Skip(1).Select(row => $$"""{"text":"{{row.Replace('"', ' ')}}"}""" + "\n"));

        Abstained(Classify(input, "--coverage", "1")).ShouldBeGreaterThan(Abstained(Classify(input, "--coverage", "0")));

        static int Abstained(Command run) => run.Records.Count(r => r.GetProperty("abstained").GetBoolean());
    }

    [Theory]
    [InlineData("--coverage", "1.5")]
    [InlineData("--coverage", "0,8")]
    [InlineData("--unit", "book")]
    [InlineData("--output-format", "xml")]
    [InlineData("--unit", "article", "--explain")]
    [InlineData("--colour")]
    public void A_command_line_that_makes_no_sense_is_2_and_writes_nothing(params string[] options)
    {
        Command run = Classify("{\"text\":\"a\"}", options);

        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBeEmpty();
        run.ErrorLines.ShouldAllBe(line => line.StartsWith("armsclassifier: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_path_a_person_at_the_keyboard_is_told_so()
    {
        var terminal = new Terminal { In = Stream.Null, Out = Stream.Null, Error = new StringWriter(), IsInRedirected = false };

        (await CommandLine.RunAsync(["classify"], terminal, TestContext.Current.CancellationToken)).ShouldBe(2);

        terminal.Error.ToString().ShouldNotBeNull().ShouldContain("nothing to read");
    }

    [Fact]
    public void A_model_that_is_not_there_or_damaged_is_told()
    {
        Command.Read("", "classify", "--model", At("none.st")).ExitCode.ShouldBe(66);
        Command damaged = Command.Read("", "classify", "--model", Write("bad.st", "no model at all"));
        damaged.ExitCode.ShouldBe(65);
        damaged.ErrorLines.ShouldHaveSingleItem().ShouldContain("bad.st");
    }

    [Fact]
    public async Task Cancelling_leaves_no_half_file()
    {
        using var stop = new CancellationTokenSource();
        using var input = new EndlessInput($$"""{"text":"{{Sale}}"}""" + "\n");
        using var error = new StringWriter();
        Task<int> run = CommandLine.RunAsync(
            ["classify", "--model", TinyModel.File, "--output", At("out.jsonl")], Command.Terminal(input, Stream.Null, error), stop.Token);
        await input.WasRead.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        (await run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBe(130);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_source_is_answered_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var input = new EndlessInput($$"""{"text":"{{Sale}}"}""" + "\n", lines: 5000);
        using var output = new SignallingOutput();
        using var error = new StringWriter();
        Task<int> run = CommandLine.RunAsync(["classify", "--model", TinyModel.File], Command.Terminal(input, output, error), stop.Token);

        await output.WasFlushed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        run.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
        (await run).ShouldBe(130);
    }

    private static Command Classify(string input, params string[] options) => Command.Read(input, ["classify", "--model", TinyModel.File, .. options]);

    /// <summary>Gives its line for ever, or a few times and then nothing more, without ending.</summary>
    private sealed class EndlessInput(string line, int lines = int.MaxValue) : MemoryStream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line);
        private readonly TaskCompletionSource _wasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _isClosed = new();
        private readonly long _bytes = (long)lines * Encoding.UTF8.GetByteCount(line);
        private long _given;

        public Task WasRead => _wasRead.Task;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_given == _bytes)
            {
                _isClosed.Wait();
                return 0;
            }

            _wasRead.TrySetResult();
            ReadOnlySpan<byte> rest = _line.AsSpan((int)(_given % _line.Length));
            rest = rest[..Math.Min(rest.Length, buffer.Length)];
            rest.CopyTo(buffer);
            _given += rest.Length;
            return rest.Length;
        }

        protected override void Dispose(bool disposing)
        {
            _isClosed.Set();
            base.Dispose(disposing);
        }
    }

    private sealed class SignallingOutput : MemoryStream
    {
        private readonly TaskCompletionSource _wasFlushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WasFlushed => _wasFlushed.Task;

        public override void Flush()
        {
            if (Length > 0)
            {
                _wasFlushed.TrySetResult();
            }
        }
    }
}
