using System.Text.Json;

namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>The tool, installed from its package and from nothing else.</summary>
public sealed class ToolTests(PackedProducts packed)
{
    private const string Passage = "Oslo has suspended deliveries of missiles to Ruritania.";

    [Fact]
    public async Task The_tool_can_be_installed_and_labels_what_it_is_given()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packed.Workshop, "Tool")).FullName;
        string tools = Path.Combine(folder, "tools");
        string input = Path.Combine(folder, "news.jsonl");
        File.WriteAllText(input, JsonSerializer.Serialize(new { id = "1", text = Passage }) + "\n");
        (string, string)[] environment = [.. packed.Environment, ("DOTNET_CLI_HOME", folder)];
        string[] install = ["tool", "install", "ArmsClassifier.Tool", "--tool-path", tools, "--source", packed.Feed];
        (await Command.Run(folder, environment, Command.Dotnet, install)).ShouldSucceed();
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "armsclassifier.exe" : "armsclassifier");

        Outcome tried = (await Command.Run(folder, environment, tool, "try")).ShouldSucceed();
        Outcome labelled = (await Command.Run(folder, environment, tool, "classify", input)).ShouldSucceed();
        Outcome version = (await Command.Run(folder, environment, tool, "--version")).ShouldSucceed();

        tried.Output.ShouldContain("sale: about the model's subject");
        tried.Error.ShouldBeEmpty();
        JsonElement record = JsonDocument.Parse(labelled.Lines.Single()).RootElement;
        PassageResult expected = Classifier.LoadBundled().Classify(Passage);
        record.GetProperty("label").GetString().ShouldBe(expected.Label);
        record.GetProperty("probabilities").GetProperty(expected.Label).GetDouble().ShouldBe(expected.Probability, 1e-8);
        version.Output.ShouldStartWith(packed.Version);
    }
}
