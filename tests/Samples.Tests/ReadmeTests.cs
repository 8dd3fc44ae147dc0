namespace ArmsClassifier.Samples.Tests;

public sealed class ReadmeTests
{
    private const string Document = "# Title\n\n<!-- sample: a -->\n```csharp\nint  x = 1;\n\n  x++;\r\n```\n\n```csharp\nx--;\n```\n";

    [Fact]
    public void A_sample_is_the_block_right_after_its_marker() => Readme.Sample(Document, "a").ShouldBe(["intx=1;", "x++;"]);

    [Theory]
    [InlineData("b", Document)]
    [InlineData("a", "<!-- sample: a -->\nwords come first\n```csharp\nx++;\n```\n")]
    public void Without_marker_or_block_there_is_no_sample(string name, string document) => Readme.Sample(document, name).ShouldBeEmpty();

    [Theory]
    [InlineData("x = 1;\nint y;\nx++;\n", null)]
    [InlineData("x++;\nx = 1;\n", "x++;")]
    [InlineData("x = 1;\nx++; // twice\n", "x++;")]
    public void The_lines_must_stand_in_the_code_in_their_order(string code, string? missing) =>
        Readme.FirstMissing(["x=1;", "x++;"], code).ShouldBe(missing);
}
