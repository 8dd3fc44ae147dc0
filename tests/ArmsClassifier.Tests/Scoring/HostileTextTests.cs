namespace ArmsClassifier.Tests.Scoring;

public sealed class HostileTextTests
{
    public static TheoryData<string> Strange =>
    [
        "", " ", "\t\r\n", "\0", "\u00A0\u2003", "\u200B\u200B", "\uD83D", "\uDE80", "\uDE80\uD83D", "arms\uD800deal\uDFFF", "\uFFFE\uFFFF",
        "...", "$", "%%%", "-", "\u0301", "a\u0301\u0301\u0301", "\uFEFF",
        new string('\uD800', 1000), new string('$', 1000), new string('.', 1000),
    ];

    [Theory]
    [MemberData(nameof(Strange))]
    public void Strange_text_is_answered(string text)
    {
        PassageResult result = Bundled.Classifier.Classify(text, explain: true);
        result.Label.ShouldNotBeNullOrEmpty();
        Bundled.Classifier.Classify(text, new double[Bundled.Classifier.Model.Labels.Count]);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(" \t\n")]
    [InlineData("\u200B\uFEFF")]
    [InlineData("\u00A0\u2003")]
    [InlineData(" - ... ")]
    public void Text_without_a_word_scores_as_empty_text(string text) => Score(text).ShouldBe(Score(""));

    [Fact]
    public void No_text_is_empty_text() => Bundled.Classifier.Classify((string)null!).Score.ShouldBe(Bundled.Classifier.Classify("").Score);

    [Fact]
    public void Characters_beyond_the_limit_are_not_looked_at()
    {
        string text = string.Concat(Enumerable.Repeat("arms ", Classifier.MaxPassageChars / 5 + 1))[..Classifier.MaxPassageChars];
        Score(text + "vetoes embargo football").ShouldBe(Score(text));
    }

    [Fact]
    public void The_limit_splits_no_surrogate_pair()
    {
        string text = new string('a', Classifier.MaxPassageChars - 1) + "\uD83D\uDE80 arms";
        PassageResult result = Bundled.Load(new ClassifierOptions { DetectLanguage = false }).Classify(text, explain: true);
        result.Evidence.ShouldAllBe(e => e.Start + e.Length < Classifier.MaxPassageChars);
        Score(text).ShouldBe(Score(text[..(Classifier.MaxPassageChars - 1)]));
    }

    private static double[] Score(string text)
    {
        Classifier classifier = Bundled.Load(new ClassifierOptions { DetectLanguage = false });
        var probabilities = new double[classifier.Model.Labels.Count];
        classifier.Classify(text, probabilities);
        return probabilities;
    }
}
