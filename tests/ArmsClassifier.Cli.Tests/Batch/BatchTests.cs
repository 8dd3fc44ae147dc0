using System.Text;
using System.Text.Json;
using ArmsClassifier.Cli.Batch;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Tests.Batch;

public sealed class BatchTests : Folder
{
    private const string Sale = "The ministry signed a contract for tanks and delivery begins next year.";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Any_number_of_workers_gives_the_bytes_of_one_item_after_the_other(int workers)
    {
        string input = Write("in.jsonl", string.Concat(Enumerable.Range(0, 2000).Select(i =>
            i % 99 == 5 ? "[]\n" : $$"""{"id":{{i}},"title":"T","text":"{{Sale}} Number {{i}}.\nMore.\n{{new string('x', i % 300)}}"}""" + "\n")));
        Classifier classifier = Models.Load(TinyModel.File);
        using var expected = new MemoryStream();
        using (var writer = new JsonPassages(expected, new PassageChoice(true, true, true)))
        {
            foreach (DocumentItem item in DocumentReader.ReadPath(input))
            {
                if (item.IsArticle)
                {
                    writer.Write(classifier.Classify(item.Article, explain: true));
                }
            }
        }

        BatchRun.Run(Options(input, workers), Command.Terminal(Stream.Null, Stream.Null, TextWriter.Null), TestContext.Current.CancellationToken).ShouldBe(65);

        File.ReadAllBytes(At("out.jsonl")).ShouldBe(expected.ToArray());
    }

    [Fact]
    public void Bad_lines_can_be_mended_in_their_file_and_read_again()
    {
        string input = Write("in.jsonl", $$"""
            {"text":"{{Sale}}"}

            {"text":"{{Sale}}"
            {"text":7}
            """);
        Classify(input, "--errors", At("bad.jsonl")).ExitCode.ShouldBe(65);
        string bad = File.ReadAllText(At("bad.jsonl"));
        bad.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("raw").GetString())
            .ShouldBe([$$"""{"text":"{{Sale}}" """.TrimEnd(), """{"text":7}"""]);

        // Unmended it is told again, with the place that it came from.
        Command again = Classify(At("bad.jsonl"));
        again.ErrorLines.Length.ShouldBe(3);
        again.ErrorLines[0].ShouldStartWith($"armsclassifier: {input}:3: ");

        Write("bad.jsonl", bad.Replace("year.\\u0022\"", "year.\\u0022}\"", StringComparison.Ordinal).Replace("year.\\\"\"", "year.\\\"}\"", StringComparison.Ordinal).Replace(":7}", ":\\\"Rain.\\\"}", StringComparison.Ordinal));
        Classify(At("bad.jsonl")).Records.Select(record => record.GetProperty("id").GetString()).ShouldBe([input + "#3", input + "#4"]);
    }

    [Fact]
    public void Bad_rows_can_be_mended_with_their_header_and_read_again()
    {
        string input = Write("in.csv", $"id;text;role\n1;{Sale};\n2;Rain.;chapter\n3;Rain.\n4;\"Rain\nand sun.\";body;\n5;{Sale};\n");
        Classify(input, "--errors", At("bad.jsonl")).ExitCode.ShouldBe(65);
        string[] bad = File.ReadAllLines(At("bad.jsonl"));
        bad.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("raw").GetString())
            .ShouldBe(["id;text;role\n2;Rain.;chapter", "id;text;role\n3;Rain.", "id;text;role\n4;\"Rain\nand sun.\";body;"]);

        // Unmended it is told again, with the place that it came from and the row itself.
        Command again = Classify(At("bad.jsonl"), "--errors", At("again.jsonl"));
        again.ExitCode.ShouldBe(65);
        File.ReadAllLines(At("again.jsonl")).ShouldBe(bad);

        Write("bad.jsonl", string.Join('\n', bad)
            .Replace("chapter", "body", StringComparison.Ordinal)
            .Replace("3;Rain.", ";Rain.;", StringComparison.Ordinal)
            .Replace("body;", "body", StringComparison.Ordinal));
        Command mended = Classify(At("bad.jsonl"));
        mended.ExitCode.ShouldBe(0);
        mended.Records.Select(record => $"{record.GetProperty("id").GetString()} {record.GetProperty("line").GetInt32()}")
            .ShouldBe(["2 3", $"{input}#4 4", "4 5"]);
    }

    [Theory]
    [InlineData("2;Rain.;\\n3;Sun.;", "several rows in 'raw'")]
    [InlineData("", "no row in 'raw'")]
    public void A_record_of_no_row_or_several_is_told_of(string rows, string found)
    {
        string input = Write("bad.jsonl", $$"""{"file":"in.csv","line":3,"message":"m","severity":"error","raw":"id;text;role\n{{rows}}"}""" + "\n");

        Command read = Classify(input);

        read.ExitCode.ShouldBe(65);
        read.ErrorLines[0].ShouldStartWith("armsclassifier: in.csv:3: found " + found);
    }

    [Fact]
    public void Bad_objects_of_a_JSON_array_can_be_mended_and_read_again()
    {
        string input = Write("in.json", "[{\"text\":\"Rain.\"},\n{\n\"text\": 7\n}]");
        Classify(input, "--errors", At("bad.jsonl")).ExitCode.ShouldBe(65);
        string bad = File.ReadAllText(At("bad.jsonl"));

        Write("bad.jsonl", bad.Replace(": 7", ": \\\"Sun.\\\"", StringComparison.Ordinal));

        Classify(At("bad.jsonl")).Records.ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(input + "#2");
    }

    [Fact]
    public void Shards_together_hold_each_article_once()
    {
        Directory.CreateDirectory(At("in"));
        Write("in/a.jsonl", string.Concat(Enumerable.Range(0, 10).Select(i => $$"""{"id":"a{{i}}","text":"Rain."}""" + "\n\n")));
        Write("in/b.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 7).Select(i => $"b{i},Rain.\n")));
        Write("in/c.txt", Sale);
        Write("in/d.jsonl", "{\"id\":\"d\",\"text\":\"Rain.\"}\n{broken\n");
        string[] all = Ids(Classify(At("in")));
        all.Length.ShouldBe(19);

        foreach (int shards in (int[])[1, 2, 3, 30])
        {
            Command[] parts = [.. Enumerable.Range(1, shards).Select(i => Classify(At("in"), "--shard", $"{i}/{shards}"))];

            parts.SelectMany(Ids).Order().ShouldBe(all.Order());
            parts.Count(part => part.ExitCode == 65).ShouldBe(1);
            parts.Max(part => Ids(part).Length).ShouldBeLessThanOrEqualTo((20 / shards) + 1);
        }

        static string[] Ids(Command run) => [.. run.Records.Select(r => r.GetProperty("id").GetString()!)];
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1")]
    [InlineData("a/b")]
    public void A_shard_that_makes_no_sense_is_refused(string shard) =>
        Command.Read("{}", "classify", "--model", TinyModel.File, "--shard", shard).ExitCode.ShouldBe(2);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public void A_spreadsheet_gets_no_formulas_and_a_machine_gets_values_as_they_are(string value)
    {
        string line = JsonSerializer.Serialize(new { id = value, text = "A contract." });

        Cell(Command.Read(line, "classify", "--model", TinyModel.File, "-f", "spreadsheet")).ShouldBe('\'' + value);
        Cell(Command.Read(line, "classify", "--model", TinyModel.File, "-f", "csv")).ShouldBe(value);

        static string Cell(Command run)
        {
            string row = run.Out[(run.Out.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            return row[..row.IndexOf(",0,1,body", StringComparison.Ordinal)].Trim('"');
        }
    }

    [Fact]
    public void A_spreadsheet_is_told_the_charset_and_numbers_stay_numbers()
    {
        Command run = Command.Read($$"""{"text":"{{Sale}}"}""", "classify", "--model", TinyModel.File, "-f", "spreadsheet", "--explain");

        run.Bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        run.Out.ShouldNotContain("'-");
    }

    [Theory]
    [InlineData(12_345, 450_000_000, 10_000_000_000, 10, "12,345 articles, 450.0 of 10,000.0 MB, 45.0 MB/s, 3 min 33 s left")]
    [InlineData(10, 1, 10_000_000, 0.0001, "10 articles, 0.0 of 10.0 MB, 0.0 MB/s, 16 min 40 s left")]
    [InlineData(1000, 0, 0, 4, "1,000 articles, 250 articles/s")]
    public void Progress_tells_rate_and_remaining_time(long articles, long bytes, long inAll, double seconds, string expected) =>
        ProgressLine.Text(articles, bytes, bytes, inAll, seconds).ShouldBe(expected);

    [Fact]
    public void A_message_takes_the_line_of_progress_away()
    {
        using var error = new StringWriter();
        Terminal terminal = Command.Terminal(Stream.Null, Stream.Null, error);

        terminal.ShowStatus("half way");
        terminal.Say("a bad line");

        error.ToString().ShouldBe("\r\e[Khalf way\r\e[Karmsclassifier: a bad line" + error.NewLine);
    }

    private static Command Classify(string path, params string[] options) => Command.Run(["classify", path, "--model", TinyModel.File, .. options]);

    private BatchOptions Options(string input, int workers) => new()
    {
        Paths = [input],
        Format = ResultForms.Jsonl,
        Choice = new PassageChoice(true, true, true),
        Output = At("out.jsonl"),
        Model = TinyModel.File,
        Classifier = new ClassifierOptions(),
        Workers = workers,
    };
}
