using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class AgreementVerbTests : Folder
{
    private const string Anna = "article,position,text,label\na,0,Tanks were ordered.,sale\na,1,The deal was stopped.,block\nb,0,\"Rain, all day.\",none\n";
    private const string Ben = "text,label\nTanks were ordered.,sale\nThe deal was stopped.,sale\n\"Rain, all day.\",none\nOnly Ben has this.,none\n";

    [Fact]
    public void Tables_say_how_far_two_annotators_agree()
    {
        Command run = Command.Run("agreement", Write("anna.csv", Anna), Write("ben.csv", Ben));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("3 of 4");
        run.Out.ShouldContain("anna, ben");
        run.Out.ShouldContain("66.7 %");
        run.Out.ShouldContain("block / sale");
    }

    [Fact]
    public void Json_holds_the_same_figures()
    {
        JsonElement report = JsonDocument.Parse(Command.Run("agreement", Write("anna.csv", Anna), Write("ben.csv", Ben), "--json").Out).RootElement;

        report.GetProperty("shared").GetInt32().ShouldBe(3);
        report.GetProperty("disagreements").GetInt32().ShouldBe(1);
        JsonElement pair = report.GetProperty("pairs")[0];
        pair.GetProperty("kappa").GetDouble().ShouldBe(0.5, 1e-9);
        pair.GetProperty("observed").GetDouble().ShouldBe(2.0 / 3, 1e-9);
    }

    [Fact]
    public void What_cannot_be_computed_is_null()
    {
        string rows = "text,label\nTanks.,sale\n";

        JsonElement report = JsonDocument.Parse(Command.Run("agreement", Write("a.csv", rows), Write("b.csv", rows), "--json").Out).RootElement;

        report.GetProperty("alpha").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Disagreements_become_a_table_that_can_be_settled_and_used()
    {
        string settle = At("settle.csv");
        Command.Run("agreement", Write("anna.csv", Anna), Write("ben.csv", Ben), "--disagreements", settle).ExitCode.ShouldBe(0);

        File.ReadAllLines(settle).ShouldBe(["article,position,text,label,label by anna,label by ben", "anna:a,1,The deal was stopped.,,block,sale"]);
        File.WriteAllText(settle, File.ReadAllText(settle).Replace("stopped.,,", "stopped.,block,", StringComparison.Ordinal));
        Command.Run("evaluate", settle, "--json").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_bad_row_is_named_and_the_rest_counts()
    {
        Command run = Command.Run("agreement", Write("anna.csv", Anna + "c,0,,sale\n"), Write("ben.csv", Ben));

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("anna.csv:5:");
        run.Out.ShouldContain("3 of 4");
    }

    [Fact]
    public void Tables_without_a_passage_in_common_and_a_table_named_twice_are_refused()
    {
        string anna = Write("anna.csv", Anna);

        Command.Run("agreement", anna, Write("other.csv", "text,label\nOther.,sale\n")).ExitCode.ShouldBe(65);
        Command.Run("agreement", anna, anna).ExitCode.ShouldBe(2);
        Command.Run("agreement", anna).ExitCode.ShouldBe(2);
        Command.Run("agreement", anna, At("none.csv")).ExitCode.ShouldBe(66);
    }
}
