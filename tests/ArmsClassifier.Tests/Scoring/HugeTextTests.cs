using System.Diagnostics;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>Runs while no other test does, because it measures time.</summary>
[Collection(nameof(Alone))]
public sealed class HugeTextTests
{
    private const int Mega = 1 << 20;

    [Fact]
    public void A_word_of_ten_megabytes_is_answered_at_once() => AnsweredAtOnce(new string('w', 10 * Mega));

    [Fact]
    public void A_line_of_twenty_megabytes_is_answered_at_once() =>
        AnsweredAtOnce(string.Concat(Enumerable.Repeat("arms deal, ", 20 * Mega / 11)));

    [Fact]
    public void Twenty_megabytes_of_other_scripts_are_answered_at_once() =>
        AnsweredAtOnce(string.Concat(Enumerable.Repeat("\u00E9\u0440\uD83D\uDE80\u200B ", 20 * Mega / 6)));

    [Theory]
    [InlineData("w")]
    [InlineData("\u00E9\u200B")]
    [InlineData("arms. ")]
    public void Folding_and_tokenizing_take_time_in_proportion(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 20 * Mega / unit.Length));
        var watch = Stopwatch.StartNew();
        using (FoldedText folded = FoldedText.Of(text, keepOffsets: true))
        {
            using var tokenized = new TokenizedText(folded);
            tokenized.Tokens.Length.ShouldBeGreaterThan(0);
            tokenized.Sentences.Length.ShouldBeGreaterThan(0);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static void AnsweredAtOnce(string text)
    {
        Classifier classifier = Bundled.Load(new ClassifierOptions { DetectLanguage = false });
        classifier.Classify("warm-up", explain: true);
        var watch = Stopwatch.StartNew();
        classifier.Classify(text).Label.ShouldNotBeNullOrEmpty();
        classifier.Classify(text, explain: true).Evidence.ShouldAllBe(e => e.Start + e.Length <= Classifier.MaxPassageChars);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
