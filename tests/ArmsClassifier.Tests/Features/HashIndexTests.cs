using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class HashIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(65_536)]
    public void Every_key_is_found_at_its_position_and_no_other_is(int count)
    {
        var random = new Random(22);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() | 1)];
        var index = new HashIndex(keys);

        for (int i = 0; i < count; i++)
        {
            index.Find(keys[i]).ShouldBe(i);
            index.Find(keys[i] & ~1UL | (1UL << 63)).ShouldBe(-1);
        }

        index.Find(2).ShouldBe(-1);
    }

    [Fact]
    public void Keys_that_fall_on_one_another_are_all_found()
    {
        // Neighbours, multiples of powers of two, and both ends of the range crowd the table.
        ulong[] keys =
        [
            .. Enumerable.Range(1, 500).Select(i => (ulong)i),
            .. Enumerable.Range(1, 500).Select(i => (ulong)i << 40),
            .. Enumerable.Range(0, 500).Select(i => ulong.MaxValue - (ulong)i),
        ];
        var index = new HashIndex(keys);

        keys.Select(index.Find).ShouldBe(Enumerable.Range(0, keys.Length));
        index.Find(1UL << 63).ShouldBe(-1);
    }

    [Fact]
    public void A_key_that_is_zero_or_stands_twice_is_refused()
    {
        Should.Throw<ArgumentException>(() => new HashIndex([1, 0, 2]));
        Should.Throw<ArgumentException>(() => new HashIndex([5, 6, 5])).Message.ShouldContain("0000000000000005");
    }
}
