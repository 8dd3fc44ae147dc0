using System.Reflection;

namespace ArmsClassifier.Samples.Tests;

public sealed class EmbedInThreeLinesTests
{
    private const string Sample = "EmbedInThreeLines";

    [Fact]
    public void It_prints_a_label_its_probability_and_the_strongest_evidence()
    {
        string[] lines = Output().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        lines.Length.ShouldBe(2);
        Classifier.LoadBundled().Model.Labels.ShouldContain(lines[0].Split(' ')[0]);
        lines[0].ShouldMatch(@"^\S+ [01]\.\d\d$");
        lines[1].ShouldMatch(@"^[+-]\d+\.\d\d for the \d+ characters from \d+$");
    }

    [Fact]
    public void The_readme_shows_its_lines()
    {
        string readme = Repository.PathOf("README.md");
        Assert.SkipUnless(File.Exists(readme), "there is no README.md yet");

        string[] shown = Readme.Sample(File.ReadAllText(readme), "embed");

        shown.ShouldNotBeEmpty("README.md has no C# block after a line <!-- sample: embed -->");
        Readme.FirstMissing(shown, File.ReadAllText(Repository.PathOf("samples", Sample, "Program.cs"))).ShouldBeNull();
    }

    private static string Output()
    {
        MethodInfo main = Assembly.Load(Sample).EntryPoint ?? throw new InvalidOperationException($"{Sample} has no entry point");
        TextWriter console = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            main.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }
}
