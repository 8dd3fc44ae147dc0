using System.Runtime.CompilerServices;
using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class CacheAlignedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void The_first_element_begins_a_cache_line_and_all_are_apart(int length)
    {
        var table = new CacheAligned<SymbolTraits>(length);
        for (int i = 0; i < length; i++)
        {
            nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<SymbolTraits>(), ref table[i]);
            (address % 64).ShouldBe(0);
            table[i].FirstNode = i + 1;
        }

        table.Length.ShouldBe(length);
        Enumerable.Range(0, length).Select(i => table[i].FirstNode).ShouldBe(Enumerable.Range(1, length));
    }

    [Fact]
    public void Small_elements_lie_side_by_side_and_begin_as_zero()
    {
        var table = new CacheAligned<ulong>(20);
        Enumerable.Range(0, 20).Select(i => table[i]).ShouldAllBe(element => element == 0);
        for (int i = 0; i < 20; i++)
        {
            table[i] = (ulong)i;
        }

        Unsafe.Add(ref table[0], 19).ShouldBe(19ul);
    }
}
