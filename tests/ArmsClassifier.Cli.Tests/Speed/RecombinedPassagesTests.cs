using ArmsClassifier.Cli.Speed;

namespace ArmsClassifier.Cli.Tests.Speed;

public sealed class RecombinedPassagesTests
{
    private static readonly string[] s_passages = ["One came. Two went! \"Three stayed.\" Four,\nby 5 p.m., slept.", "Six ran.", "  Seven sat. Eight of the U.S. army stood. 9 fell."];

    [Fact]
    public void Passages_are_distinct_and_made_of_whole_sentences()
    {
        string[] sentences = ["One came.", "Two went!", "\"Three stayed.\"", "Four, by 5 p.m., slept.", "Six ran.", "Seven sat.", "Eight of the U.S. army stood.", "9 fell."];

        string[] passages = RecombinedPassages.Of(s_passages, 4_000);

        passages.Distinct(StringComparer.Ordinal).Count().ShouldBe(passages.Length);
        passages.Sum(passage => passage.Length).ShouldBeGreaterThanOrEqualTo(4_000);
        foreach (string passage in passages)
        {
            sentences.Aggregate(passage, (left, sentence) => left.Replace(sentence, "", StringComparison.Ordinal)).Trim().ShouldBeEmpty();
        }
    }

    [Fact]
    public void They_are_the_same_every_time() => RecombinedPassages.Of(s_passages, 2_000).ShouldBe(RecombinedPassages.Of(s_passages, 2_000));

    [Fact]
    public void They_end_where_there_are_no_more() => RecombinedPassages.Of(["One. Two. Three.", "Four."], 1_000_000).Length.ShouldBe((4 * 4 * 4) + 4);
}
