using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class ContextTableTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(70_000, 5)]
    [InlineData(2_000_000, 65_535)]
    [InlineData(int.MaxValue, 255)]
    public void A_key_has_its_parts_and_its_order(int symbol, int mark)
    {
        ContextTable.Parts(ContextTable.Key(symbol, false, mark)).ShouldBe((symbol, false, mark));
        ContextTable.Parts(ContextTable.Key(symbol, true, mark)).ShouldBe((symbol, true, mark));
    }

    [Fact]
    public void Keys_ascend_by_symbol_then_order_then_class()
    {
        (int, bool, int)[] parts = [(0, false, 0), (0, false, 255), (0, true, 0), (0, true, 255), (1, false, 0), (1, true, 7), (70_000, false, 3)];
        parts.Select(p => ContextTable.Key(p.Item1, p.Item2, p.Item3)).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public void The_row_of_every_key_is_its_position_and_nothing_else_is_wanted()
    {
        var random = new Random(25);
        for (int round = 0; round < 50; round++)
        {
            var wanted = new SortedSet<ulong>(Enumerable.Range(0, 1 + random.Next(400))
                .Select(_ => ContextTable.Key(random.Next(20), random.Next(2) == 0, random.Next(ClassSet.Capacity))));
            ulong[] keys = [.. wanted];
            var places = new Dictionary<int, int>();
            ContextTable table = ContextTable.Of(keys, places.Add);

            table.IsEmpty.ShouldBeFalse();
            places.Keys.ShouldBe(keys.Select(key => ContextTable.Parts(key).Symbol).Distinct());
            places.Values.ShouldBe(Enumerable.Range(1, places.Count));
            foreach ((int symbol, int place) in places)
            {
                for (int mark = 0; mark < ClassSet.Capacity; mark++)
                {
                    Holds(table, keys, symbol, place, false, mark);
                    Holds(table, keys, symbol, place, true, mark);
                }
            }
        }
    }

    [Fact]
    public void Symbols_without_contexts_want_none()
    {
        ContextTable none = ContextTable.Of([], (_, _) => throw new InvalidOperationException());
        none.IsEmpty.ShouldBeTrue();
        foreach (ContextTable table in (ContextTable[])[none, ContextTable.Of([ContextTable.Key(3, true, 4)], (_, _) => { }), ContextTable.Everything])
        {
            table.Before(0).IsEmpty.ShouldBeTrue();
            table.After(0).IsEmpty.ShouldBeTrue();
        }
    }

    [Fact]
    public void Everything_is_every_class_on_either_side()
    {
        ContextTable.Everything.IsEmpty.ShouldBeFalse();
        ContextTable.Everything.Before(1).ShouldBe(ClassSet.All);
        ContextTable.Everything.After(1).ShouldBe(ClassSet.All);
    }

    private static void Holds(ContextTable table, ulong[] keys, int symbol, int place, bool isAfter, int mark)
    {
        int row = Array.BinarySearch(keys, ContextTable.Key(symbol, isAfter, mark));
        (isAfter ? table.After(place) : table.Before(place)).Has(mark).ShouldBe(row >= 0);
        if (row >= 0)
        {
            table.Row(place, isAfter, mark).ShouldBe(row);
        }
    }
}
