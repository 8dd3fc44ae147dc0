namespace ArmsClassifier.Samples.Tests;

public sealed class EmbedInThreeLinesTests
{
    [Fact]
    public void It_prints_a_label_its_probability_and_the_strongest_evidence()
    {
        string[] lines = Sample.Lines("EmbedInThreeLines");

        lines.Length.ShouldBe(2);
        Classifier.LoadBundled().Model.Labels.ShouldContain(lines[0].Split(' ')[0]);
        lines[0].ShouldMatch(@"^\S+ [01]\.\d\d$");
        lines[1].ShouldMatch(@"^[+-]\d+\.\d\d for the \d+ characters from \d+$");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/embed.md")]
    public void The_readme_and_a_guide_show_its_lines(string document) => Sample.ShouldBeShown("EmbedInThreeLines", document, "embed");
}
