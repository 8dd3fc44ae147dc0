using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Features;

public sealed class ContextFinderTests
{
    private const int Halts = 0;
    private const int Some = 1;
    private const int Arms = 2;
    private const int Deliveries = 3;
    private const ushort Stop = 0;
    private const ushort Transfer = 1;
    private const ushort Weapon = 2;

    [Fact]
    public void Classes_and_words_meet_in_both_orders_within_three_units()
    {
        // "halts" is a stop, "arms" a weapon, "deliveries" a transfer.
        string[] found = Find([(Halts, [Stop]), (Some, []), (Arms, [Weapon]), (Deliveries, [Transfer])]);

        found.ShouldBe(
        [
            "stop > some 0-1",
            "some > weapon 1-2", "stop > arms 0-2", "halts > weapon 0-2",
            "weapon > deliveries 2-3", "arms > transfer 2-3", "some > transfer 1-3", "stop > deliveries 0-3", "halts > transfer 0-3",
        ]);
    }

    [Fact]
    public void A_fourth_unit_is_too_far_and_a_sentence_ends_all()
    {
        Find([(Halts, [Stop]), (Some, []), (Some, []), (Some, []), (Deliveries, [])]).ShouldNotContain(found => found.Contains("deliveries", StringComparison.Ordinal));
        Find([(Halts, [Stop])], [(Deliveries, [Transfer])]).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_word_has_no_context_of_its_own_but_takes_a_place()
    {
        Find([(Halts, [Stop]), (-1, []), (-1, []), (Arms, [])]).ShouldBe(["stop > arms 0-3"]);
        Find([(Halts, [Stop]), (-1, []), (-1, []), (-1, []), (Arms, [])]).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_unit_with_very_many_classes_the_first_ones_count()
    {
        ushort[] many = [.. Enumerable.Range(0, 20).Select(i => (ushort)i)];
        Find([(Some, []), (Halts, many)]).Length.ShouldBe(ContextFinder.MaxMarks);
        Find([(Halts, many), (Some, [])]).Length.ShouldBe(ContextFinder.MaxMarks);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 70_000)]
    [InlineData(65_534, 2_000_000)]
    public void A_key_has_its_parts_and_its_order(int mark, int symbol)
    {
        ContextFinder.Parts(ContextFinder.ClassThenWord(mark, symbol)).ShouldBe((mark, symbol, true));
        ContextFinder.Parts(ContextFinder.WordThenClass(symbol, mark)).ShouldBe((mark, symbol, false));
    }

    private static string[] Find(params (int Symbol, ushort[] Marks)[][] sentences)
    {
        var finder = new ContextFinder(new (int, int, int)[ContextFinder.RecentLength], new ushort[ContextFinder.MarksLength]);
        var sink = new Sink([]);
        int place = 0;
        foreach ((int Symbol, ushort[] Marks)[] sentence in sentences)
        {
            foreach ((int symbol, ushort[] marks) in sentence)
            {
                finder.Unit(symbol, marks, place, place, ref sink);
                place++;
            }

            finder.EndSentence();
        }

        return [.. sink.Found];
    }

    private readonly struct Sink(List<string> found) : IFeatureSink
    {
        private static readonly string[] s_words = ["halts", "some", "arms", "deliveries"];
        private static readonly string[] s_marks = ["stop", "transfer", "weapon"];

        public List<string> Found => found;

        public bool WantsContexts => true;

        public void Context(ulong key, int start, int end)
        {
            (int mark, int symbol, bool isClassFirst) = ContextFinder.Parts(key);
            string name = mark < s_marks.Length ? s_marks[mark] : $"{mark}";
            found.Add(isClassFirst ? $"{name} > {s_words[symbol]} {start}-{end}" : $"{s_words[symbol]} > {name} {start}-{end}");
        }

        public void Unit(int symbol, in Token first, int end, bool isLead) => throw new InvalidOperationException();

        public void Pair(int left, int right, int start, int end) => throw new InvalidOperationException();

        public void Term(int mark, int start, int end, bool isLead) => throw new InvalidOperationException();

        public void Pattern(int code, int start, int end) => throw new InvalidOperationException();
    }
}
