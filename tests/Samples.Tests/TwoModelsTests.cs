namespace ArmsClassifier.Samples.Tests;

public sealed class TwoModelsTests
{
    [Fact]
    public void Each_model_says_what_it_was_trained_for()
    {
        string[] lines = Sample.Lines("TwoModels");

        lines.ShouldBe(
        [
            "sale, navy: Chile signed a contract to buy two frigates.",
            "block, air force: The senate blocked the export of fighter jets to Iraq.",
        ]);
    }

    [Theory]
    [InlineData("two-models")]
    [InlineData("two-models-desk")]
    public void A_guide_shows_its_lines(string marker) => Sample.ShouldBeShown("TwoModels", "docs/embed.md", marker);
}
