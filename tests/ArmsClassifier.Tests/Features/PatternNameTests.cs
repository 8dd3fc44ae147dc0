using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class PatternNameTests
{
    private static readonly string[] s_names = ["arms", "stop", "state", "war"];

    [Fact]
    public void Every_pattern_is_described_by_its_groups()
    {
        PatternFinder.Describe(PatternFinder.Missing(2), s_names).ShouldBe("no state");
        PatternFinder.Describe(PatternFinder.Meet(4, 0, 3), s_names).ShouldBe("arms and war in a sentence");
        PatternFinder.Describe(PatternFinder.After(4, 3, 1), s_names).ShouldBe("war, then stop");
        PatternFinder.Describe(PatternFinder.Meet(4, 0, 1, 3), s_names).ShouldBe("arms, stop and war in a sentence");
    }

    [Fact]
    public void No_two_patterns_have_the_same_code()
    {
        string[] names = [.. Enumerable.Range(0, PatternFinder.Codes(4)).Select(code => PatternFinder.Describe(code, s_names))];
        names.Distinct().Count().ShouldBe(names.Length);
    }
}
