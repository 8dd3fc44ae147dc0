using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>
/// Tells at the cost of one bit of a small table that a key is certainly absent (a Bloom filter with one hash function: Bloom, 1970).
/// Most neighbours in a text are no known pair, and looking each up would miss the cache.
/// </summary>
internal sealed class KeyFilter
{
    private const ulong Spread = 0xD6E8_FEB8_6659_FD93;

    // Sixteen bits a key let 6 % of absent keys through.
    private const int BitsPerKey = 16;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>A filter that lets <paramref name="keys"/> through.</summary>
    public KeyFilter(ReadOnlySpan<ulong> keys)
    {
        int bits = Math.Max(64, (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * BitsPerKey));
        _bits = new ulong[bits / 64];
        _shift = 64 - BitOperations.TrailingZeroCount(bits);
        foreach (ulong key in keys)
        {
            int bit = (int)((key * Spread) >> _shift);
            _bits[bit / 64] |= 1UL << bit;
        }
    }

    /// <summary>Whether <paramref name="key"/> may be among the keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        int bit = (int)((key * Spread) >> _shift);
        return (_bits[bit / 64] & (1UL << bit)) != 0;
    }
}
