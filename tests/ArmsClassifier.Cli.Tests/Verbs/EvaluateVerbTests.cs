using System.Globalization;
using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class EvaluateVerbTests : Folder
{
    [Fact]
    public void One_object_holds_every_figure()
    {
        Command run = Evaluate(TinyModel.Table, "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        JsonElement report = JsonDocument.Parse(run.Out).RootElement;
        report.GetProperty("n").GetInt32().ShouldBe(72);
        foreach (string name in new[] { "accuracy", "macroF1", "macroF1Low", "macroF1High", "lenientAccuracy", "relevance", "ece", "accuracyAt50", "accuracyAt80" })
        {
            report.GetProperty(name).GetDouble().ShouldBeInRange(0, 1);
        }

        report.GetProperty("accuracy").GetDouble().ShouldBeGreaterThan(0.8);
        Command.Names(report.GetProperty("perLabel")).ShouldBe(["block", "none", "sale"]);
        Command.Names(report.GetProperty("perLabel").GetProperty("sale")).ShouldBe(["n", "precision", "recall", "f1"]);
        report.GetProperty("confusion").GetProperty("sale").EnumerateObject().Sum(p => p.Value.GetInt32()).ShouldBe(16);
        report.GetProperty("withoutFurniture").GetProperty("n").GetInt32().ShouldBe(48);
        report.GetProperty("background").GetProperty("n").GetInt32().ShouldBe(40);
    }

    [Fact]
    public void Whole_articles_are_judged_where_there_are_any()
    {
        string table = "article,position,role,label,text\n" + string.Concat(Enumerable.Range(0, 6).Select(i => $"""
            s{i},0,title,sale,Army orders tanks from abroad
            s{i},1,body,sale,The ministry signed a contract for tanks worth two billion and delivery begins next year.
            s{i},2,body,none,The football club won the match in the rain and the harvest festival was quiet.
            n{i},0,title,none,Farmers wait for rain
            n{i},1,body,none,The football club won the match in the rain.
            n{i},2,body,none,The harvest festival was quiet.

            """));
        JsonElement articles = JsonDocument.Parse(Evaluate(table, "--json").Out).RootElement.GetProperty("wholeArticles");
        articles.GetProperty("n").GetInt32().ShouldBe(12);
        articles.GetProperty("macroF1").GetDouble().ShouldBe(1);
        articles.GetProperty("isArmsTradeF1").GetDouble().ShouldBe(1);
        JsonDocument.Parse(Evaluate(TinyModel.Table, "--json").Out).RootElement.TryGetProperty("wholeArticles", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_prior_moves_the_labels_and_a_wrong_one_is_a_usage_error()
    {
        JsonElement usual = JsonDocument.Parse(Evaluate(TinyModel.Table, "--json").Out).RootElement;
        JsonElement moved = JsonDocument.Parse(Evaluate(TinyModel.Table, "--json", "--prior", "none=0.999999999999999").Out).RootElement;
        Recall(moved, "sale").ShouldBeLessThan(Recall(usual, "sale"));
        Recall(moved, "none").ShouldBe(1);
        foreach (string wrong in new[] { "none", "none=", "=0.5", "none=much", "nothing=0.5", "none=1.5", "none=-1", "none=0" })
        {
            Command run = Evaluate(TinyModel.Table, "--json", "--prior", wrong);
            run.ExitCode.ShouldBe(2, wrong);
            run.Error.ShouldContain("prior");
        }

        static double Recall(JsonElement report, string label) => report.GetProperty("perLabel").GetProperty(label).GetProperty("recall").GetDouble();
    }

    [Fact]
    public void A_person_gets_tables()
    {
        Command run = Evaluate(TinyModel.Table);

        run.ExitCode.ShouldBe(0, run.Error);
        foreach (string expected in new[] { "macro-F1", "95 % interval", "precision", "Confusion", "without page furniture", "48 passages", "50, 80, 100 % coverage" })
        {
            run.Out.ShouldContain(expected);
        }

        run.Out.ShouldNotContain("\e");
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        string expected = Evaluate(TinyModel.Table).Out + Evaluate(TinyModel.Table, "--json").Out;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

        (Evaluate(TinyModel.Table).Out + Evaluate(TinyModel.Table, "--json").Out).ShouldBe(expected);
    }

    [Fact]
    public void Bad_rows_are_told_and_the_rest_is_evaluated()
    {
        Command run = Evaluate("text,label\nThe ministry signed a contract for tanks.,sale\nNo label,\n", "--json");

        run.ExitCode.ShouldBe(65);
        JsonDocument.Parse(run.Out).RootElement.GetProperty("n").GetInt32().ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("rows.csv:3: ");
    }

    [Fact]
    public void A_table_without_rows_or_of_another_kind_is_65_and_a_missing_one_66()
    {
        Evaluate("text,label\n").ExitCode.ShouldBe(65);
        Evaluate("a,b\n1,2\n").ExitCode.ShouldBe(65);
        Command.Run("evaluate", At("none.csv"), "--model", TinyModel.File).ExitCode.ShouldBe(66);
        Command.Run("evaluate").ExitCode.ShouldBe(2);
    }

    private Command Evaluate(string table, params string[] options) =>
        Command.Run(["evaluate", Write("rows.csv", table), "--model", TinyModel.File, .. options]);
}
