using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class GroupPatternsTests
{
    private static readonly string[] s_names = ["arms", "stop", "state", "war"];

    [Fact]
    public void Every_pattern_is_described_by_its_groups()
    {
        GroupPatterns.Describe(GroupPatterns.Meet(4, 0, 3), s_names).ShouldBe("arms and war in a sentence");
        GroupPatterns.Describe(GroupPatterns.Meet(4, 2, 3), s_names).ShouldBe("state and war in a sentence");
        GroupPatterns.Describe(GroupPatterns.Meet(4, 0, 1, 3), s_names).ShouldBe("arms, stop and war in a sentence");
        GroupPatterns.Describe(GroupPatterns.Meet(4, 1, 2, 3), s_names).ShouldBe("stop, state and war in a sentence");
    }

    [Fact]
    public void No_two_patterns_have_the_same_code()
    {
        string[] names = [.. Enumerable.Range(0, GroupPatterns.Codes(4)).Select(code => GroupPatterns.Describe(code, s_names))];
        names.Distinct().Count().ShouldBe(names.Length);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(GroupPatterns.MaxGroups)]
    public void Each_two_and_three_of_the_groups_of_a_sentence_are_reported_once(int groups)
    {
        var random = new Random(27);
        for (int round = 0; round < 100; round++)
        {
            uint present = (uint)random.Next(1 << groups);
            int[] those = [.. Enumerable.Range(0, groups).Where(group => (present & (1u << group)) != 0)];
            var expected = new List<int>();
            foreach (int a in those)
            {
                foreach (int b in those.Where(group => group > a))
                {
                    expected.Add(GroupPatterns.Meet(groups, a, b));
                    expected.AddRange(those.Where(group => group > b).Select(c => GroupPatterns.Meet(groups, a, b, c)));
                }
            }

            var log = new FeatureLog(_ => "", _ => "");
            GroupPatterns.Report(groups, present, 3, 8, ref log);
            log.Patterns.ShouldBe(expected.Select(code => (code, 3, 8)), ignoreOrder: true);
            expected.ShouldBeUnique();
            expected.ShouldAllBe(code => code >= 0 && code < GroupPatterns.Codes(groups));
        }
    }
}
