#if MLNET
namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class CompareTrainersVerbTests : Folder
{
    [Fact]
    public void Each_trainer_has_a_row_and_its_model_is_saved()
    {
        string rows = Write("rows.csv", TinyModel.Table);

        Command run = Command.Run("compare-trainers", rows, "--test", rows, "--trainer", "own", "--trainer", "mlnet-text-sdca", "--save", At("models"));

        run.ExitCode.ShouldBe(0, run.Error);
        string[] lines = run.Out.Trim().Split('\n');
        lines.Select(line => line.Split('|')[1].Trim()).ShouldBe(["trainer", "---", "own", "own, in an ML.NET pipeline", "mlnet-text-sdca"]);
        lines.Select(line => line.Split('|').Length).Distinct().Count().ShouldBe(1);
        File.ReadAllBytes(At("models/mlnet-text-sdca.zip"))[..2].ShouldBe("PK"u8.ToArray());
        Command.Read("{\"text\":\"Tanks were ordered.\"}", "classify", "--model", At("models/own.safetensors")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_trainer_that_is_not_there_is_2() => Command.Run("compare-trainers", Write("rows.csv", TinyModel.Table), "--trainer", "magic").ExitCode.ShouldBe(2);

    [Fact]
    public void A_table_too_small_to_hold_some_out_is_65() => Command.Run("compare-trainers", Write("few.csv", "text,label\nTanks,sale\nRain,none\n")).ExitCode.ShouldBe(65);
}
#endif
