using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>
/// A read-only map from non-zero 64-bit keys to numbers: open addressing, linear probing, at most half full. A slot is eight bytes, 40 bits of the
/// mixed key and 24 of the number, so that the table of a model stays in a core's own cache.
/// </summary>
/// <remarks>A key that is absent from a table of 30,000 is mistaken for a present one once in some 10^11 times.</remarks>
internal sealed class PackedIndex
{
    /// <summary>The greatest number.</summary>
    public const int MaxValue = (1 << ValueBits) - 2;

    private const int ValueBits = 24;
    private const ulong ValueMask = (1UL << ValueBits) - 1;
    private const ulong Multiplier = 0xD6E8_FEB8_6659_FD93;

    // The number + 1 in the low bits, so that an empty slot is zero.
    private readonly ulong[] _slots;
    private readonly int _shift;

    /// <summary>Maps each of <paramref name="keys"/>, which must be distinct and not zero, to the number at its position in <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">A key is zero or stands twice, or a number is out of range.</exception>
    public PackedIndex(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> values)
    {
        int capacity = Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2));
        _slots = new ulong[capacity];
        _shift = 64 - BitOperations.TrailingZeroCount(capacity);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0 || Find(keys[i]) >= 0 || values[i] is < 0 or > MaxValue)
            {
                throw new ArgumentException($"key {keys[i]:x16} at position {i} is zero or stands twice, or its value {values[i]} is out of range");
            }

            ulong mixed = Mix(keys[i]);
            int at = (int)(mixed >> _shift);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (capacity - 1);
            }

            _slots[at] = (mixed << ValueBits) | (uint)(values[i] + 1);
        }
    }

    /// <summary>Asks for the memory that <see cref="Find"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key) => CacheLine.Prefetch(ref _slots[(int)(Mix(key) >> _shift)]);

    /// <summary>The number of <paramref name="key"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        ulong[] slots = _slots;
        ulong mixed = Mix(key);
        int at = (int)(mixed >> _shift);
        ulong tag = mixed << ValueBits;
        while (true)
        {
            ulong slot = slots[at];
            if ((slot & ~ValueMask) == tag || slot == 0)
            {
                return (int)(slot & ValueMask) - 1;
            }

            at = (at + 1) & (slots.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key)
    {
        ulong high = Math.BigMul(key, Multiplier, out ulong low);
        return high ^ low;
    }
}
