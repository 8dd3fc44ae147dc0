namespace ArmsClassifier.Cli.Tests;

public sealed class OutputPlacesTests : Folder
{
    private const string Item = """{"id":1,"text":"The ministry signed a contract for tanks."}""";

    [Theory]
    [InlineData("csv")]
    [InlineData("table")]
    [InlineData("jsonl")]
    public void Every_form_of_output_goes_to_a_file(string format)
    {
        Command run = Command.Run("classify", Write("in.jsonl", Item), "--output-format", format, "--output", At("out"), "--model", TinyModel.File);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldBeEmpty();
        File.ReadAllText(At("out")).ShouldContain("sale");
    }

    [Fact]
    public void An_output_never_takes_the_place_of_what_is_read_or_of_another_output()
    {
        string input = Write("in.jsonl", Item);
        Directory.CreateDirectory(At("feeds"));

        Command.Run("classify", input, "--output", input, "--model", TinyModel.File).ExitCode.ShouldBe(2);
        Command.Run("classify", input, "--errors", input, "--model", TinyModel.File).ExitCode.ShouldBe(2);
        Command.Run("classify", input, "--output", At("out"), "--errors", At("out"), "--model", TinyModel.File).ExitCode.ShouldBe(2);
        Command.Run("classify", At("feeds"), "--output", At("feeds/labels.jsonl"), "--model", TinyModel.File).ExitCode.ShouldBe(2);
        Command.Run("label", input, "--labels", Write("labels.csv", "a,b\n1,2\n"), "--output", At("labels.csv")).ExitCode.ShouldBe(2);

        File.ReadAllText(input).ShouldBe(Item);
        Files().ShouldBe(["in.jsonl", "labels.csv"]);
    }

    [Fact]
    public void Own_data_never_trains_into_the_place_of_the_shipped_model() =>
        Command.Run("train", Write("rows.csv", TinyModel.Table)).ExitCode.ShouldBe(2);

    [Fact]
    public void Settings_that_cannot_be_are_refused_by_name()
    {
        string rows = Write("rows.csv", TinyModel.Table);
        foreach (string wrong in new[] { """{"folds":1}""", """{"alsoShare":7}""", """{"labelRoles":{"slae":"topic"}}""", """{"groups":{"a":["nosuchclass"]}}""", """{"flods":5}""" })
        {
            Command run = Command.Run("train", rows, "--output", At("m.safetensors"), "--settings", Write("settings.json", wrong));

            run.ExitCode.ShouldBe(65, wrong);
            File.Exists(At("m.safetensors")).ShouldBeFalse();
        }
    }
}
