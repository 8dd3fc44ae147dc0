using ArmsClassifier.Cli.Batch;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Tests.Batch;

public sealed class ResumeTests : Folder
{
    private const int Lines = 400;

    private string Input => At("in.jsonl");

    private string Output => At("out.jsonl");

    private string Bad => At("bad.jsonl");

    [Theory]
    [InlineData("jsonl")]
    [InlineData("spreadsheet")]
    public void An_interrupted_run_goes_on_to_the_same_bytes(string format)
    {
        (byte[] output, byte[] bad) = Whole(format);

        for (int stopAfter = 0; stopAfter < 14; stopAfter += 3)
        {
            File.Delete(Output);
            Interrupt(format, stopAfter);
            File.Exists(Output).ShouldBeFalse();

            Resume(format).ExitCode.ShouldBe(65);

            File.ReadAllBytes(Output).ShouldBe(output);
            File.ReadAllBytes(Bad).ShouldBe(bad);
            Files().ShouldBe(["bad.jsonl", "in.jsonl", "out.jsonl"]);
        }
    }

    [Fact]
    public void Every_length_to_which_a_crash_may_cut_journal_and_files_leads_to_the_same_bytes()
    {
        (byte[] output, _) = Whole("jsonl");
        File.Delete(Output);
        Interrupt("jsonl", 5);
        byte[] journal = File.ReadAllBytes(Output + ".journal");
        byte[] partial = File.ReadAllBytes(Output + ".partial");
        byte[] errors = File.ReadAllBytes(Bad + ".partial");

        for (int cut = 0; cut < 12; cut++)
        {
            File.WriteAllBytes(Output + ".journal", journal[..(journal.Length - (journal.Length * cut / 12))]);
            File.WriteAllBytes(Output + ".partial", [.. partial[..(partial.Length - (partial.Length * cut / 40))], .. "rubbish"u8]);
            File.WriteAllBytes(Bad + ".partial", errors);

            Resume("jsonl").ExitCode.ShouldBe(65);

            File.ReadAllBytes(Output).ShouldBe(output);
        }
    }

    [Fact]
    public void Work_that_was_done_before_is_not_done_again()
    {
        Whole("jsonl");
        File.Delete(Output);
        Interrupt("jsonl", 5);
        long kept = new FileInfo(Output + ".partial").Length;
        kept.ShouldBeGreaterThan(0);

        // What was written is taken as it is: it is not looked at again.
        using (FileStream partial = File.OpenWrite(Output + ".partial"))
        {
            partial.WriteByte((byte)'#');
        }

        Resume("jsonl");
        File.ReadAllBytes(Output)[0].ShouldBe((byte)'#');
    }

    [Fact]
    public void A_run_that_ended_between_its_last_checkpoint_and_the_move_is_put_in_place()
    {
        (byte[] output, byte[] bad) = Whole("jsonl");
        File.Delete(Output);
        Interrupt("jsonl", 5);
        File.WriteAllBytes(Output + ".partial", output);
        File.Delete(Bad + ".partial");
        File.WriteAllBytes(Bad, bad);
        string last = $$"""{"source":0,"entries":1,"total":1,"output":{{output.Length}},"errors":{{bad.Length}},"bad":8,"end":true}""" + "\n";
        File.AppendAllText(Output + ".journal", last);

        Resume("jsonl").ExitCode.ShouldBe(65);

        File.ReadAllBytes(Output).ShouldBe(output);
        Files().ShouldBe(["bad.jsonl", "in.jsonl", "out.jsonl"]);
    }

    [Fact]
    public void A_changed_input_or_option_is_refused_in_one_line_and_nothing_is_lost()
    {
        Whole("jsonl");
        File.Delete(Output);
        Interrupt("jsonl", 5);
        string[] kept = Files();

        Refused(Resume("csv"), "--output-format");
        Refused(Resume("jsonl", "--coverage", "0.5"), "--coverage");
        Refused(Resume("jsonl", "--shard", "1/2"), "--shard");
        File.AppendAllText(Input, "{\"text\":\"more\"}\n");
        Refused(Resume("jsonl"), "the input");
        Files().ShouldBe(kept);

        static void Refused(Command run, string what)
        {
            run.ExitCode.ShouldBe(2);
            run.ErrorLines.ShouldHaveSingleItem().ShouldContain(what);
        }
    }

    [Fact]
    public void What_cannot_go_on_says_why()
    {
        Whole("jsonl");

        Command.Read("{}", "classify", "--model", TinyModel.File, "--resume", "--output", Output).ErrorLines.ShouldHaveSingleItem().ShouldContain("standard input");
        Command.Run("classify", Input, "--model", TinyModel.File, "--resume").ErrorLines.ShouldHaveSingleItem().ShouldContain("--output");
        Command.Run("classify", Input, "--model", TinyModel.File, "--resume", "-f", "html", "--output", Output).ErrorLines.ShouldHaveSingleItem().ShouldContain("page");
    }

    [Fact]
    public void Only_one_run_at_a_time_writes_an_output()
    {
        Whole("jsonl");
        using BatchOutput first = BatchOutput.Open(Options("jsonl"), Command.Terminal(Stream.Null, Stream.Null, TextWriter.Null));

        Resume("jsonl").ExitCode.ShouldBe(74);
    }

    private (byte[] Output, byte[] Bad) Whole(string format)
    {
        Write("in.jsonl", string.Concat(Enumerable.Range(0, Lines).Select(Line)));
        Command.Run(Arguments(format)).ExitCode.ShouldBe(65);
        return (File.ReadAllBytes(Output), File.ReadAllBytes(Bad));
    }

    /// <summary>Runs until some stretches of the input are written, and then fails as a full disk would.</summary>
    private void Interrupt(string format, int stopAfter)
    {
        using var error = new StringWriter();
        using BatchOutput output = BatchOutput.Open(Options(format), Command.Terminal(Stream.Null, Stream.Null, error));
        Classifier classifier = Models.Load(TinyModel.File);
        var form = new ResultForm(format, default(PassageChoice), classifier.Model, Command.Terminal(Stream.Null, Stream.Null, error), IsForTerminal: false);
        using var errors = new ErrorLog(Command.Terminal(Stream.Null, Stream.Null, error), output.Errors);
        var worker = new BlockWorker(classifier, form, Options(format), []);
        form.WriteHeader(output.Results);
        foreach (InputBlock block in new BatchInput([Input], Stream.Null, new ReaderOptions(), web: null, CancellationToken.None).Blocks(default).Take(stopAfter))
        {
            BlockResult result = worker.Work([block]);
            result.Records.WriteTo(output.Results);
            result.Errors.ForEach(errors.Add);
            output.Reach(result.End, errors.Count);
        }

        output.Results.Write("a record that was cut o"u8);
    }

    private Command Resume(string format, params string[] more) => Command.Run([.. Arguments(format), "--resume", .. more]);

    private string[] Arguments(string format) => ["classify", Input, "--model", TinyModel.File, "--output", Output, "--errors", Bad, "--output-format", format];

    private BatchOptions Options(string format) => new()
    {
        Paths = [Input],
        Format = format,
        Choice = default(PassageChoice),
        Output = Output,
        Errors = Bad,
        Model = TinyModel.File,
        Classifier = new ClassifierOptions { Prior = new Dictionary<string, double>() },
        CheckpointInterval = TimeSpan.Zero,
    };

    // Lines long enough that the input is several blocks.
    private static string Line(int i) => i % 50 == 7
        ? "{broken\n"
        : $$"""{"id":{{i}},"text":"The ministry signed a contract for tanks, number {{i}}.","note":"{{new string('x', 2000)}}"}""" + "\n";
}
