using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class PackedIndexTests
{
    private const int AbsentKeys = 1_000_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(65_536)]
    public void Every_key_is_found_with_its_number_and_no_other_is(int count)
    {
        var random = new Random(26);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() | 1)];
        int[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(PackedIndex.MaxValue + 1))];
        var index = new PackedIndex(keys, values);

        keys.Select(index.Find).ShouldBe(values);
        for (int i = 0; i < AbsentKeys; i++)
        {
            // Those that are present are odd.
            ulong absent = (ulong)random.NextInt64() << 1;
            if (index.Find(absent) != -1)
            {
                Assert.Fail($"{absent:x16} is found");
            }
        }
    }

    [Fact]
    public void Keys_that_fall_on_one_another_are_all_found()
    {
        // Neighbours, multiples of powers of two, and both ends of the range crowd the table, which is as full as it gets.
        ulong[] keys =
        [
            .. Enumerable.Range(1, 600).Select(i => (ulong)i),
            .. Enumerable.Range(1, 600).Select(i => (ulong)i << 32),
            .. Enumerable.Range(1, 600).Select(i => (ulong)i << 48),
            .. Enumerable.Range(0, 248).Select(i => ulong.MaxValue - (ulong)i),
        ];
        keys.Length.ShouldBe(2048);
        var index = new PackedIndex(keys, [.. Enumerable.Range(0, keys.Length)]);

        keys.Select(index.Find).ShouldBe(Enumerable.Range(0, keys.Length));
        index.Find(1UL << 63).ShouldBe(-1);
    }

    [Fact]
    public void Keys_may_share_a_number_up_to_the_greatest()
    {
        var index = new PackedIndex([7, 8, 9], [PackedIndex.MaxValue, 0, PackedIndex.MaxValue]);
        ((ulong[])[7, 8, 9]).Select(index.Find).ShouldBe([PackedIndex.MaxValue, 0, PackedIndex.MaxValue]);
    }

    [Fact]
    public void An_empty_table_finds_nothing()
    {
        var index = new PackedIndex([], []);
        ((ulong[])[0, 1, 1UL << 63, ulong.MaxValue]).ShouldAllBe(key => index.Find(key) == -1);
    }

    [Fact]
    public void Asking_for_memory_beforehand_changes_nothing()
    {
        var index = new PackedIndex([5], [6]);
        for (ulong key = 0; key < 1000; key++)
        {
            index.Prefetch(key * 0x0123_4567_89AB_CDEF);
        }

        (index.Find(5), index.Find(4)).ShouldBe((6, -1));
    }

    [Fact]
    public void A_key_that_is_zero_or_stands_twice_is_refused()
    {
        Should.Throw<ArgumentException>(() => new PackedIndex([1, 0, 2], [0, 1, 2]));
        Should.Throw<ArgumentException>(() => new PackedIndex([5, 6, 5], [0, 1, 2])).Message.ShouldContain("0000000000000005");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(PackedIndex.MaxValue + 1)]
    [InlineData(int.MaxValue)]
    public void A_number_out_of_range_is_refused(int value) => Should.Throw<ArgumentException>(() => new PackedIndex([5], [value]));
}
