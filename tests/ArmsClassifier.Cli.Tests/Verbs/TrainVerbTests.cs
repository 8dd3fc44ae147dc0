using System.Globalization;
using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class TrainVerbTests : Folder
{
    [Fact]
    public void A_table_becomes_a_model_that_the_other_verbs_use()
    {
        string settings = Write("settings.json", """{ "labelRoles": { "none": "background" } }""");

        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("new/mine.safetensors"), "--settings", settings);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("fold 1 of 5");
        JsonElement model = JsonDocument.Parse(Command.Run("model", At("new/mine.safetensors"), "--json").Out).RootElement;
        model.GetProperty("name").GetString().ShouldBe("mine");
        model.GetProperty("labels").GetProperty("none").GetString().ShouldBe("background");
        Command.Read("{\"text\":\"Tanks were ordered.\"}", "classify", "--model", At("new/mine.safetensors")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_culture_changes_no_byte_of_the_model()
    {
        string rows = Write("rows.csv", TinyModel.Table);
        Command.Run("train", rows, "--output", At("a.st"), "--name", "x").ExitCode.ShouldBe(0);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        Command.Run("train", rows, "--output", At("b.st"), "--name", "x").ExitCode.ShouldBe(0);

        File.ReadAllBytes(At("b.st")).ShouldBe(File.ReadAllBytes(At("a.st")));
    }

    [Fact]
    public void The_own_trainer_may_be_named()
    {
        string rows = Write("rows.csv", TinyModel.Table);
        Command.Run("train", rows, "--output", At("a.st"), "--name", "x").ExitCode.ShouldBe(0);
        Command.Run("train", rows, "--output", At("b.st"), "--name", "x", "--trainer", "own").ExitCode.ShouldBe(0);

        File.ReadAllBytes(At("b.st")).ShouldBe(File.ReadAllBytes(At("a.st")));
    }

    [Fact]
    public void A_trainer_that_is_not_there_is_2_and_what_would_be_is_said()
    {
        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("m.st"), "--trainer", "magic");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("expected one of own");
        Files().ShouldBe(["rows.csv"]);
    }

    // Where the tests run there is no data folder: what matters is that the command itself is right.
    [Fact]
    public void Without_words_the_shipped_model_is_trained_from_the_data_of_the_project()
    {
        Command run = Command.Run("train");

        run.ExitCode.ShouldBe(66);
        run.Error.ShouldContain("data/passages");
    }

    // The shipped model comes from the own trainer alone.
    [Fact]
    public void Another_trainer_does_not_overwrite_the_shipped_model_unasked()
    {
        Command run = Command.Run("train", "--trainer", "mlnet-lbfgs");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--output");
    }

#if MLNET
    [Fact]
    public void A_trainer_of_MLNet_gives_a_model_that_the_other_verbs_use()
    {
        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("m.st"), "--trainer", "mlnet-lbfgs");

        run.ExitCode.ShouldBe(0, run.Error);
        Command.Run("model", At("m.st")).Out.ShouldContain("mlnet-lbfgs");
    }

    [Fact]
    public void A_pipeline_of_MLNet_becomes_a_zip()
    {
        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("stock.zip"), "--trainer", "mlnet-text-sdca");

        run.ExitCode.ShouldBe(0, run.Error);
        File.ReadAllBytes(At("stock.zip"))[..2].ShouldBe("PK"u8.ToArray());
        Files().ShouldBe(["rows.csv", "stock.zip"], ignoreOrder: true);
    }

    [Fact]
    public void Trees_on_concepts_without_a_lexicon_are_65()
    {
        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("trees.zip"), "--trainer", "mlnet-fasttree");

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("--lexicon");
    }
#else
    [Fact]
    public void A_trainer_of_MLNet_is_2_and_how_to_build_with_it_is_said()
    {
        Command run = Command.Run("train", Write("rows.csv", TinyModel.Table), "--output", At("m.st"), "--trainer", "mlnet-lbfgs");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("-p:MLNet=true");
        Files().ShouldBe(["rows.csv"]);
    }
#endif

    [Fact]
    public void Bad_rows_are_listed_and_nothing_is_trained()
    {
        string rows = Write("rows.csv", TinyModel.Table + string.Concat(Enumerable.Repeat("b,0,body,,,No label here\n", 25)));

        Command run = Command.Run("train", rows, "--output", At("mine.st"));

        run.ExitCode.ShouldBe(65);
        run.ErrorLines.Count(line => line.Contains("rows.csv:", StringComparison.Ordinal)).ShouldBe(20);
        run.Error.ShouldContain("5 more");
        Files().ShouldBe(["rows.csv"]);
    }

    [Fact]
    public void A_table_that_cannot_be_trained_on_is_65_and_one_that_is_missing_66()
    {
        Command.Run("train", Write("few.csv", "text,label\nTanks,sale\n"), "--output", At("m.st")).ExitCode.ShouldBe(65);
        Command.Run("train", Write("odd.csv", "a,b\n1,2\n"), "--output", At("m.st")).ExitCode.ShouldBe(65);
        Command.Run("train", At("none.csv"), "--output", At("m.st")).ExitCode.ShouldBe(66);
        Command.Run("train", Write("rows.csv", TinyModel.Table), "--lexicon", At("none"), "--output", At("m.st")).ExitCode.ShouldBe(66);
        File.Exists(At("m.st")).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_stops_before_anything_is_written()
    {
        using var stop = new CancellationTokenSource();
        using var error = new CancellingWriter(stop);
        Terminal terminal = Command.Terminal(Stream.Null, Stream.Null, error);

        (await CommandLine.RunAsync(["train", Write("rows.csv", TinyModel.Table), "--output", At("m.st")], terminal, stop.Token)).ShouldBe(130);

        Files().ShouldBe(["rows.csv"]);
    }

    private sealed class CancellingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            stop.Cancel();
        }
    }
}
