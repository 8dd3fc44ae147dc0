using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Features;

public sealed class ContextFinderTests
{
    private const int Window = 3;
    private const int Halts = 0;
    private const int Some = 1;
    private const int Arms = 2;
    private const int Deliveries = 3;
    private const int Stop = 0;
    private const int Transfer = 1;
    private const int Weapon = 2;

    private static readonly string[] s_words = ["halts", "some", "arms", "deliveries"];
    private static readonly Mark[] s_marks = [.. Enumerable.Range(0, ClassSet.Capacity).Select(i => new Mark(i switch { 0 => "stop", 1 => "transfer", 2 => "weapon", _ => $"{i}" }, MarkKind.Concept))];

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
    public void A_fourth_unit_is_too_far() =>
        Find([(Halts, [Stop]), (Some, []), (Some, []), (Some, []), (Deliveries, [])])
            .ShouldNotContain(found => found.Contains("deliveries", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_word_has_no_context_of_its_own_but_takes_a_place()
    {
        Find([(Halts, [Stop]), (-1, []), (-1, []), (Arms, [])]).ShouldBe(["stop > arms 0-3"]);
        Find([(Halts, [Stop]), (-1, []), (-1, []), (-1, []), (Arms, [])]).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_unit_with_very_many_classes_all_count()
    {
        int[] many = [.. Enumerable.Range(0, ClassSet.Capacity)];
        Find([(Some, []), (Halts, many)]).Length.ShouldBe(many.Length);
        Find([(Halts, many), (Some, [])]).Length.ShouldBe(many.Length);
    }

    [Fact]
    public void A_unit_has_the_classes_that_its_symbol_implies_and_those_of_its_own()
    {
        ulong[] edges = [Halts, Arms];
        LexiconTerm[] terms = [new(1, Stop, TermCase.Any), new(2, Weapon, TermCase.Any)];
        var lexicon = new Lexicon([.. s_words.Select(TokenHash.Of)], s_marks, edges, terms, null);
        Find(lexicon, [0, 1, 2], [[], [Transfer], []]).ShouldBe(
            ["stop > some 0-1", "halts > transfer 0-1", "transfer > arms 1-2", "some > weapon 1-2", "stop > arms 0-2", "halts > weapon 0-2"]);
    }

    [Fact]
    public void Only_contexts_that_are_wanted_are_found_and_all_of_those()
    {
        var random = new Random(28);
        int found = 0;
        for (int round = 0; round < 500; round++)
        {
            // With more classes than a word has bits, some share one.
            int classes = round % 2 == 0 ? 8 : ClassSet.Capacity;
            ulong[] wanted = [.. new SortedSet<ulong>(Enumerable.Range(0, 1 + random.Next(5 * classes)).Select(_ => RandomKey(random, classes)))];
            (int Symbol, int[] Marks)[] units = [.. Enumerable.Range(0, random.Next(20)).Select(_ =>
                (random.Next(5) - 1, (int[])[.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(classes)).Distinct()]))];
            var expected = new List<string>();
            for (int i = 0; i < units.Length; i++)
            {
                for (int j = i + 1; j <= Math.Min(i + Window, units.Length - 1); j++)
                {
                    expected.AddRange(units[i].Marks.Where(mark => IsWanted(wanted, units[j].Symbol, false, mark)).Select(mark => $"{s_marks[mark].Name} > {s_words[units[j].Symbol]} {i}-{j}"));
                    expected.AddRange(units[j].Marks.Where(mark => IsWanted(wanted, units[i].Symbol, true, mark)).Select(mark => $"{s_words[units[i].Symbol]} > {s_marks[mark].Name} {i}-{j}"));
                }
            }

            string[] actual = Find(units, wanted);
            actual.ShouldBe(expected, ignoreOrder: true);
            found += actual.Length;
        }

        found.ShouldBeGreaterThan(1000);
    }

    private static ulong RandomKey(Random random, int classes) => ContextTable.Key(random.Next(4), random.Next(2) == 0, random.Next(classes));

    private static bool IsWanted(ulong[] wanted, int symbol, bool isAfter, int mark) => symbol >= 0 && wanted.Contains(ContextTable.Key(symbol, isAfter, mark));

    private static string[] Find((int Symbol, int[] Marks)[] units, ulong[]? wanted = null)
    {
        var lexicon = new Lexicon([.. s_words.Select(TokenHash.Of)], s_marks, [], [], wanted);
        return Find(lexicon, [.. units.Select(unit => unit.Symbol)], [.. units.Select(unit => unit.Marks)]);
    }

    /// <summary>The contexts of units of a token each, with so many classes of their own.</summary>
    private static string[] Find(Lexicon lexicon, int[] symbols, int[][] own)
    {
        var log = new FeatureLog(symbol => s_words[symbol], mark => s_marks[mark].Name);
        Token[] tokens = [.. symbols.Select((_, place) => new Token { Start = place, End = place })];
        using ReadingScratch scratch = ReadingScratch.Take(symbols.Length);
        scratch.OwnBits.AsSpan(0, symbols.Length).Clear();
        for (int place = 0; place < symbols.Length; place++)
        {
            foreach (int mark in own[place])
            {
                scratch.Own(place, mark, lexicon.Contexts);
            }
        }

        ContextFinder.Report(new UnitRun(tokens, symbols, [.. Enumerable.Range(0, symbols.Length)]), lexicon, scratch, ref log);
        foreach ((int row, ulong key) in lexicon.Contexts == ContextTable.Everything ? [] : log.Rows)
        {
            lexicon.Contexts.KeyOf(row).ShouldBe(key);
        }

        return [.. log.Contexts];
    }
}
