using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class CompareVerbTests : Folder
{
    [Fact]
    public void A_model_that_knows_the_labels_is_better_than_one_that_does_not()
    {
        string rows = Write("rows.csv", TinyModel.Table.Replace(",sale,", ",purchase,", StringComparison.Ordinal));
        Command.Run("train", rows, "--output", At("new.safetensors")).ExitCode.ShouldBe(0);

        Command run = Command.Run("compare", "bundled", At("new.safetensors"), rows);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("new: new");
        run.Out.ShouldContain("Changed decisions: ");
        run.Out.ShouldContain("The new model is better: macro-F1 +");
    }

    [Fact]
    public void A_model_and_itself_do_not_differ()
    {
        JsonElement difference = JsonDocument.Parse(Command.Run("compare", TinyModel.File, TinyModel.File, Write("rows.csv", TinyModel.Table), "--json").Out).RootElement;

        difference.GetProperty("verdict").GetString().ShouldBe("undecided");
        difference.GetProperty("changed").GetInt32().ShouldBe(0);
        difference.GetProperty("mcNemarP").GetDouble().ShouldBe(1);
        difference.GetProperty("old").GetProperty("macroF1").GetDouble().ShouldBe(difference.GetProperty("new").GetProperty("macroF1").GetDouble());
    }

    [Fact]
    public void Changed_decisions_become_a_table()
    {
        string rows = Write("rows.csv", TinyModel.Table);
        Command run = Command.Run("compare", "bundled", TinyModel.File, rows, "--changes", At("changes.csv"), "--json");

        string[] lines = File.ReadAllLines(At("changes.csv"));
        lines[0].ShouldBe("article,position,text,label,old,old probability,new,new probability");
        (lines.Length - 1).ShouldBe(JsonDocument.Parse(run.Out).RootElement.GetProperty("changed").GetInt32());
    }

    [Fact]
    public void What_is_not_there_is_66_and_rows_are_needed()
    {
        string rows = Write("rows.csv", TinyModel.Table);

        Command.Run("compare", At("none.safetensors"), TinyModel.File, rows).ExitCode.ShouldBe(66);
        Command.Run("compare", "bundled", TinyModel.File, At("none.csv")).ExitCode.ShouldBe(66);
        Command.Run("compare", "bundled", TinyModel.File).ExitCode.ShouldBe(2);
        Command.Run("compare", "bundled", TinyModel.File, Write("empty.csv", "text,label\n")).ExitCode.ShouldBe(65);
    }
}
