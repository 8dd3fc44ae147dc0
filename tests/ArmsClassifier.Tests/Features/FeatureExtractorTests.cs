using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Tests.Model;
using ArmsClassifier.Tests.Text;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Features;

/// <summary>What the extractor reports with the lexicon of the small model: the states Poland and Saudi Arabia, and the concept trade of an arms deal.</summary>
public sealed class FeatureExtractorTests
{
    private static readonly LexiconTerm[] s_terms =
        Array.ConvertAll(SmallModel.Tensors.Terms, t => new LexiconTerm((int)(t >> 32), (ushort)(t >> 8), (TermCase)(byte)t));

    private static readonly Lexicon s_everything = new(SmallModel.Tensors.TokenHashes, SmallModel.Marks, SmallModel.Tensors.TermEdges, s_terms, null);

    [Fact]
    public void Entities_and_sums_become_units_of_their_class_sentence_by_sentence()
    {
        FeatureLog log = Extract("Saudi Arabia vetoes it? poland, Poland: $5 million!\nSaudi deal", s_everything);

        log.Units.ShouldBe(["lead: <state> 0-12, vetoes 13-19, ? 20-22", "poland 24-30, <state> 32-38, <money> 40-50", "saudi 52-57, deal 58-62"]);
        log.SentenceEnds.Count.ShouldBe(3);
    }

    [Fact]
    public void A_concept_of_several_tokens_is_told_where_it_begins_and_whether_in_the_lead() =>
        Extract("An arms deal. No arms. Arms deal", s_everything).Terms.ShouldBe(["trade 3-7 lead", "trade 23-27"]);

    [Fact]
    public void A_term_does_not_reach_into_the_next_sentence()
    {
        FeatureLog log = Extract("They sold arms. Deal with Saudi\nArabia", s_everything);
        log.Terms.ShouldBeEmpty();
        log.Units.ShouldNotContain(units => units.Contains("<state>", StringComparison.Ordinal));
    }

    [Fact]
    public void Contexts_are_found_in_both_orders_within_three_units_of_a_sentence()
    {
        FeatureLog log = Extract("Arms deal that Poland vetoes. Deal of Poland", s_everything);

        log.Contexts.ShouldBe(
            ["trade > deal 0-9", "deal > state 5-21", "trade > <state> 0-21", "arms > state 0-21", "state > vetoes 15-28", "deal > state 30-44"],
            ignoreOrder: true);
        log.SentenceEnds.ShouldBe([5, 6]);
    }

    [Fact]
    public void A_lexicon_that_wants_no_contexts_finds_none()
    {
        var lexicon = new Lexicon(SmallModel.Tensors.TokenHashes, SmallModel.Marks, SmallModel.Tensors.TermEdges, s_terms, []);
        Extract("Arms deal that Poland vetoes", lexicon).Contexts.ShouldBeEmpty();
    }

    [Fact]
    public void Of_all_contexts_the_model_is_told_those_that_it_wants()
    {
        Lexicon wanted = ModelFile.Read(SmallModel.File).Lexicon;
        Extract("Arms deal vetoes. Poland delivers, and Poland pays", wanted).Contexts.ShouldBe(["trade > vetoes 0-16", "delivers > state 25-45"]);
        Extract("Vetoes arms deal. Poland delivers", wanted).Contexts.ShouldBeEmpty();
    }

    [Fact]
    public void Groups_that_meet_in_a_sentence_are_told_once_for_it()
    {
        FeatureLog log = Extract("Poland and Poland sign arms deal, arms deal. Poland. Arms deal of Poland for $5 million.", s_everything);

        int state = GroupPatterns.Meet(SmallModel.Groups, SmallModel.StateGroup, SmallModel.TradeGroup);
        int sum = GroupPatterns.Meet(SmallModel.Groups, SmallModel.StateGroup, SmallModel.SumGroup);
        int both = GroupPatterns.Meet(SmallModel.Groups, SmallModel.TradeGroup, SmallModel.SumGroup);
        int all = GroupPatterns.Meet(SmallModel.Groups, SmallModel.StateGroup, SmallModel.TradeGroup, SmallModel.SumGroup);
        log.Patterns.ShouldBe([(state, 0, 43), (state, 53, 87), (all, 53, 87), (sum, 53, 87), (both, 53, 87)]);
    }

    [Fact]
    public void The_tokens_are_counted_and_those_that_are_known()
    {
        Count("").ShouldBe((0, 0));
        Count("arms arms nonsense $").ShouldBe((4, 2));
    }

    // What stands before a sentence changes nothing in it but whether it is the lead.
    [Fact]
    public void The_units_and_contexts_of_a_sentence_do_not_depend_on_those_before_it()
    {
        var random = new Random(29);
        for (int i = 0; i < 500; i++)
        {
            string text = RandomText.Words(random, 20);
            FeatureLog alone = Extract("Why!\n" + text, s_everything);
            FeatureLog after = Extract("Arms deal of Poland for $5 million!\n" + text, s_everything);
            int more = "Arms deal of Poland for $5 million".Length - "Why".Length;

            Moved(after.Units.Skip(1), -more).ShouldBe(alone.Units.Skip(1));
            Moved(after.Contexts.Skip(after.SentenceEnds[0]), -more).ShouldBe(alone.Contexts.Skip(alone.SentenceEnds[0]));
            Moved(after.Terms.Where(term => !term.EndsWith("lead", StringComparison.Ordinal)), -more).ShouldBe(alone.Terms);
        }
    }

    private static IEnumerable<string> Moved(IEnumerable<string> reports, int by) => reports.Select(report =>
        string.Join(' ', report.Split(' ').Select(word => IsSpan(word, out int start, out int end, out string rest) ? $"{start + by}-{end + by}{rest}" : word)));

    private static bool IsSpan(string word, out int start, out int end, out string rest)
    {
        rest = word.EndsWith(',') ? "," : "";
        string[] places = word.TrimEnd(',').Split('-');
        end = 0;
        return int.TryParse(places[0], out start) & (places.Length == 2 && int.TryParse(places[1], out end));
    }

    private static (int Tokens, int Known) Count(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        var log = new FeatureLog(_ => "", _ => "");
        return FeatureExtractor.Extract(folded, s_everything, ref log);
    }

    private static FeatureLog Extract(string text, Lexicon lexicon)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        var log = new FeatureLog(Symbol, mark => SmallModel.Marks[mark].Name);
        FeatureExtractor.Extract(folded, lexicon, ref log);
        return log;
    }

    private static string Symbol(int symbol) =>
        symbol < 0 ? "?" : symbol < SmallModel.Words.Length ? SmallModel.Words[symbol] : $"<{SmallModel.Marks[symbol - SmallModel.Words.Length].Name}>";
}
