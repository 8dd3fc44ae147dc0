using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Tests.Model;
using ArmsClassifier.Tests.Text;
using ArmsClassifier.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ArmsClassifier.Tests.Scoring;

public sealed class EvidenceTests
{
    private const int Texts = 2_000;
    private const double Tolerance = 1e-9;

    // The greatest weight that the compiler writes, and the greatest that a file can hold.
    private const short MaxCompiledWeight = 8191;
    private const short MaxWeight = short.MaxValue;

    private static readonly ClassifierOptions s_anyLanguage = new() { DetectLanguage = false };
    private static readonly Classifier[] s_classifiers = [Bundled.Load(s_anyLanguage), SmallModel.Load(s_anyLanguage)];

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_over_any_string() =>
        Prop.ForAll<string>(Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Texts).WithReplay(41, 43));

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_over_random_unicode()
    {
        var random = new Random(42);
        for (int i = 0; i < Texts; i++)
        {
            Holds(RandomText.Characters(random, 300));
        }
    }

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_over_random_mixes_of_words()
    {
        var random = new Random(43);
        for (int i = 0; i < Texts; i++)
        {
            Holds(RandomText.Words(random, 80));
        }
    }

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_over_news()
    {
        foreach (string line in Repository.Passages().Take(Texts))
        {
            Holds(line);
        }
    }

    [Fact]
    public void Contributions_and_bias_sum_to_the_score_over_news_of_several_paragraphs()
    {
        foreach (string[] lines in Repository.Passages().Take(Texts).Chunk(4))
        {
            Holds(string.Join('\n', lines));
        }
    }

    [Fact]
    public void Evidence_names_the_stretch_of_the_text_that_speaks()
    {
        const string Text = "\u201CPo\u00ADland\u201D \uD83D\uDE80 veto\u0301es\u2026";
        PassageResult result = SmallModel.Load(s_anyLanguage).Classify(Text, explain: true);

        result.Label.ShouldBe("block");
        Evidence strongest = result.Evidence[0];
        Text.Substring(strongest.Start, strongest.Length).ShouldBe("veto\u0301es");
        strongest.Contribution.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Evidence_of_a_pair_and_a_term_covers_all_their_words()
    {
        Spans("In Saudi Arabia vetoes").ShouldBe(["Saudi Arabia vetoes", "vetoes"], ignoreOrder: true);
        Spans("an arms deal").ShouldBe(["arms", "deal", "arms deal"], ignoreOrder: true);

        static string[] Spans(string text) =>
            [.. SmallModel.Load().Classify(text, explain: true).Evidence.Select(e => text.Substring(e.Start, e.Length))];
    }

    [Fact]
    public void The_strongest_evidence_comes_first()
    {
        const string Text = "Poland signed a contract to buy 96 Apache helicopters from the United States.";
        PassageResult result = Bundled.Classifier.Classify(Text, explain: true);
        result.Evidence.ShouldNotBeEmpty();
        result.Evidence.Select(e => Math.Abs(e.Contribution)).ShouldBeInOrder(SortDirection.Descending);
        result.Evidence.Select(e => (e.Start, e.Length)).ShouldBeUnique();
    }

    [Fact]
    public void Evidence_is_given_only_when_asked_and_changes_nothing_else()
    {
        foreach (string line in Repository.Passages().Take(200))
        {
            PassageResult plain = Bundled.Classifier.Classify(line);
            PassageResult explained = Bundled.Classifier.Classify(line, explain: true);
            plain.Evidence.ShouldBeEmpty();
            (explained.Label, explained.Score, explained.Bias).ShouldBe((plain.Label, plain.Score, plain.Bias));
            explained.Probabilities.ShouldBe(plain.Probabilities);
        }
    }

    [Theory]
    [InlineData(MaxCompiledWeight)]
    [InlineData(MaxWeight)]
    public void A_model_of_the_greatest_weights_is_refused_or_sums_without_overflow(short weight)
    {
        short[] rows = [.. Enumerable.Repeat(weight, SmallModel.Tensors.GramRows.Length)];
        byte[] file = SmallModel.Write(SmallModel.Info, SmallModel.Tensors with { GramRows = rows });
        string text = string.Join(' ', Enumerable.Repeat("howitzer", Classifier.MaxPassageChars / 9));
        try
        {
            PassageResult result = Classifier.Load(new MemoryStream(file), s_anyLanguage).Classify(text, explain: true);
            Sum(result).ShouldBe(result.Score, Tolerance * Size(result));
            result.Score.ShouldBeGreaterThan(result.Bias);
        }
        catch (ModelFormatException)
        {
            weight.ShouldBeGreaterThan(MaxCompiledWeight);
        }
    }

    [Fact]
    public void A_model_of_very_many_terms_at_a_token_is_refused_or_sums_without_overflow()
    {
        const int Classes = 16;
        int first = SmallModel.Marks.Length;
        Mark[] marks = [.. SmallModel.Marks, .. Enumerable.Range(first, Classes).Select(i => new Mark($"class {i}", MarkKind.Concept))];
        short[] more = [.. Enumerable.Repeat((short[])[0, 0, 0, 0, MaxCompiledWeight, SmallModel.SquaredNorm, 0, 0], Classes).SelectMany(row => row)];
        ModelTensors sound = SmallModel.Tensors;
        ModelTensors tensors = sound with
        {
            TokenHashes = [.. sound.TokenHashes, TokenHash.Of("$")],
            TermEdges = [.. sound.TermEdges, (ulong)sound.TokenHashes.Length],
            Terms = [.. sound.Terms, .. Enumerable.Range(first, Classes).Select(mark => ((ulong)(sound.TermEdges.Length + 1) << 32) | ((ulong)mark << 8) | (ulong)TermCase.Upper)],
            SymbolRows = [.. sound.SymbolRows, .. new short[(Classes + 1) * 8]],
            LeadSymbolRows = [.. sound.LeadSymbolRows, .. new short[(Classes + 1) * 8]],
            TermRows = [.. sound.TermRows, .. more],
            LeadTermRows = [.. sound.LeadTermRows, .. more],
            ContextKeys = [],
            ContextRows = [],
        };
        try
        {
            PassageResult result = Classifier.Load(new MemoryStream(SmallModel.Write(SmallModel.Info, tensors, marks)), s_anyLanguage)
                .Classify(new string('$', Classifier.MaxPassageChars), explain: true);
            result.Label.ShouldBe("sale");
            Sum(result).ShouldBe(result.Score, Tolerance * Size(result));
        }
        catch (ModelFormatException refusal)
        {
            refusal.Message.ShouldContain("term");
        }
    }

    private static bool Holds(string? text)
    {
        text ??= "";
        int minLength = text.Any(char.IsAsciiLetterOrDigit) ? 1 : 0;
        foreach (Classifier classifier in s_classifiers)
        {
            PassageResult result = classifier.Classify(text, explain: true);
            Sum(result).ShouldBe(result.Score, Tolerance * Size(result), text);
            foreach (Evidence evidence in result.Evidence)
            {
                int end = evidence.Start + evidence.Length;
                (evidence.Start >= 0 && evidence.Length >= minLength && end <= text.Length).ShouldBeTrue($"{evidence} lies outside {text}");
                (SplitsPair(text, evidence.Start) || SplitsPair(text, end)).ShouldBeFalse($"{evidence} splits a pair of {text}");
            }
        }

        return true;
    }

    private static double Sum(PassageResult result) => result.Bias + result.Evidence.Sum(e => e.Contribution);

    // Contributions for and against may cancel out, so the error is measured against their size and not against what is left of them.
    private static double Size(PassageResult result) => Math.Abs(result.Bias) + result.Evidence.Sum(e => Math.Abs(e.Contribution));

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
