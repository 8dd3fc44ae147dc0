using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>A read-only map from non-zero 64-bit keys to their positions 0..n-1: open addressing, linear probing, at most half full.</summary>
internal sealed class HashIndex
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <summary>Indexes <paramref name="keys"/>, which must be distinct and not zero.</summary>
    /// <exception cref="ArgumentException">A key is zero or stands twice.</exception>
    public HashIndex(ReadOnlySpan<ulong> keys)
    {
        int capacity = Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2));
        _slots = new Slot[capacity];
        _shift = 64 - BitOperations.TrailingZeroCount(capacity);
        for (int i = 0; i < keys.Length; i++)
        {
            Insert(keys[i], i);
        }
    }

    /// <summary>Position of <paramref name="key"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        Slot[] slots = _slots;
        int at = (int)((key * Spread) >> _shift);
        while (true)
        {
            ref readonly Slot slot = ref slots[at];
            if (slot.Key == key)
            {
                return slot.Value;
            }

            if (slot.Key == 0)
            {
                return -1;
            }

            at = (at + 1) & (slots.Length - 1);
        }
    }

    private void Insert(ulong key, int value)
    {
        int at = (int)((key * Spread) >> _shift);
        while (_slots[at].Key != 0 && _slots[at].Key != key)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        if (key == 0 || _slots[at].Key == key)
        {
            throw new ArgumentException($"key {key:x16} at position {value} is zero or stands twice");
        }

        _slots[at] = new Slot(key, value);
    }

    private readonly record struct Slot(ulong Key, int Value);
}
