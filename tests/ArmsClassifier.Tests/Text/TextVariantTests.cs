using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Tests.Text;

/// <summary>A passage scores the same however its characters are encoded.</summary>
public sealed class TextVariantTests
{
    private static readonly Classifier s_small = SmallModel.Load(new ClassifierOptions { DetectLanguage = false });
    private static readonly Classifier s_bundled = Bundled.Load(new ClassifierOptions { DetectLanguage = false });

    private const string Invisible = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u202E\u2060\u2066\u2069\uFE0F\uFEFF";
    private const string Plain = "Saudi Arabia delivers arms, a deal of $30 million: \"Poland vetoes it\" - why not? It's a howitzer.";

    [Theory]
    [InlineData('\u00AD')]
    [InlineData('\u061C')]
    [InlineData('\u200B')]
    [InlineData('\u200C')]
    [InlineData('\u200D')]
    [InlineData('\u200E')]
    [InlineData('\u200F')]
    [InlineData('\u202A')]
    [InlineData('\u202B')]
    [InlineData('\u202C')]
    [InlineData('\u202D')]
    [InlineData('\u202E')]
    [InlineData('\u2060')]
    [InlineData('\u2066')]
    [InlineData('\u2067')]
    [InlineData('\u2068')]
    [InlineData('\u2069')]
    [InlineData('\uFE00')]
    [InlineData('\uFE0E')]
    [InlineData('\uFE0F')]
    [InlineData('\uFEFF')]
    public void Invisible_characters_change_nothing(char invisible)
    {
        Scores(string.Join(invisible, Plain.ToCharArray())).ShouldBe(Scores(Plain));
        Scores(invisible + Plain + invisible).ShouldBe(Scores(Plain));
    }

    [Fact]
    public void Invisible_characters_strewn_over_news_change_nothing()
    {
        var random = new Random(15);
        foreach (string line in Repository.Passages().Take(200))
        {
            string strewn = string.Concat(line.Select(c => random.Next(4) > 0 ? $"{c}" : $"{Invisible[random.Next(Invisible.Length)]}{c}"));
            Scores(strewn).ShouldBe(Scores(line), line);
        }
    }

    [Fact]
    public void Full_width_characters_change_nothing() =>
        Scores(string.Concat(Plain.Select(c => c == ' ' ? '\u3000' : (char)(c + 0xFEE0)))).ShouldBe(Scores(Plain));

    [Theory]
    [InlineData("\u00A35 million", "\uFFE15 million")]
    [InlineData("\u00A55 million", "\uFFE55 million")]
    public void Full_width_currency_signs_change_nothing(string narrow, string wide) => Scores(wide).ShouldBe(Scores(narrow));

    [Theory]
    [InlineData("d\u00E9al d\u00EAal de\u00E4l", "de\u0301al de\u0302al dea\u0308l")]
    [InlineData("Gda\u0144sk, \u0130zmir, \u010Cesk\u00FD", "Gdan\u0301sk, I\u0307zmir, C\u030Cesky\u0301")]
    [InlineData("Vi\u1EC7t vi\u1EBFt", "Vie\u0323\u0302t vie\u0302\u0301t")]
    [InlineData("Constan\u021Ba, Bra\u0219ov", "Constant\u0326a, Bras\u0326ov")]
    [InlineData("L\u01CE, \u01E7", "La\u030C, g\u030C")]
    public void Composed_and_decomposed_accents_score_the_same(string composed, string decomposed) =>
        Scores("delivers " + composed).ShouldBe(Scores("delivers " + decomposed));

    [Fact]
    public void Ligatures_score_as_their_letters()
    {
        Scores("\uFB01re o\uFB03ce \u0133 \u00E6sir \u0153uvre, delivers").ShouldBe(Scores("fire office ij aesir oeuvre, delivers"));
    }

    [Theory]
    [InlineData('"', "\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02")]
    [InlineData('\'', "\u2018\u2019\u201A\u201B\u02BC\uFF07")]
    [InlineData('-', "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D")]
    [InlineData(' ', "\u00A0\u2002\u2003\u2007\u2009\u202F\u205F\u3000")]
    [InlineData('$', "\u20AC\u00A3\u00A5\u20BA\u20BD\uFF04")]
    public void Typographic_punctuation_scores_as_its_plain_form(char plain, string variants)
    {
        foreach (char variant in variants)
        {
            Scores(Plain.Replace(plain, variant)).ShouldBe(Scores(Plain), $"U+{(int)variant:X4}");
        }
    }

    [Fact]
    public void Case_changes_nothing_but_what_the_lexicon_asks_of_it()
    {
        Scores("DELIVERS ARMS, HOWITZER").ShouldBe(Scores("delivers arms, howitzer"));
        Scores("poland vetoes").ShouldNotBe(Scores("Poland vetoes"));
    }

    private static double[] Scores(string text)
    {
        PassageResult small = s_small.Classify(text);
        PassageResult bundled = s_bundled.Classify(text);
        return [small.Score, bundled.Score, .. small.Probabilities.Concat(bundled.Probabilities).Select(p => p.Probability)];
    }
}
