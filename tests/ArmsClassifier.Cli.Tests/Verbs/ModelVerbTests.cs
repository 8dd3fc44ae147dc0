using System.Security.Cryptography;
using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class ModelVerbTests : Folder
{
    [Fact]
    public void A_model_is_described_for_a_person()
    {
        Command run = Command.Run("model", TinyModel.File);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("tiny");
        run.Out.ShouldContain("none (background)");
        run.Out.ShouldContain(Sha256());
    }

    [Fact]
    public void A_model_is_described_for_a_machine()
    {
        JsonElement model = JsonDocument.Parse(Command.Run("model", TinyModel.File, "--json").Out).RootElement;

        model.GetProperty("name").GetString().ShouldBe("tiny");
        model.GetProperty("sha256").GetString().ShouldBe(Sha256());
        model.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(TinyModel.File).Length);
        model.GetProperty("labels").GetProperty("sale").GetString().ShouldBe("topic");
        model.GetProperty("metrics").GetProperty("n").GetDouble().ShouldBe(72);
        model.GetProperty("tensors").GetProperty("bias").GetInt64().ShouldBe(3);
        model.GetProperty("trainingDataHash").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_model_is_told()
    {
        Command.Run("model", At("none.st")).ExitCode.ShouldBe(66);
        Command.Run("model", Write("a.st", "text")).ExitCode.ShouldBe(65);
    }

    private static string Sha256() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(TinyModel.File)));
}
