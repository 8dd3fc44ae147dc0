using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ArmsClassifier.Features;

/// <summary>
/// A read-only map from non-zero 64-bit keys to numbers, made to be asked without a branch that depends on the key: a key belongs to a bucket of
/// eight slots, which are one cache line and are compared at once. A slot is 40 bits of the mixed key and 24 of the number.
/// </summary>
/// <remarks>
/// At most half of the slots are taken; the few keys of full buckets go to the next one. A key that is absent from a table of 30,000 is mistaken
/// for a present one once in some 10^11 times.
/// </remarks>
internal sealed class PackedIndex
{
    /// <summary>The greatest number.</summary>
    public const int MaxValue = (1 << ValueBits) - 2;

    private const int BucketSlots = 8;
    private const int ValueBits = 24;
    private const ulong ValueMask = (1UL << ValueBits) - 1;
    private const ulong Multiplier = 0xD6E8_FEB8_6659_FD93;

    // The number + 1 in the low bits, so that an empty slot is zero.
    private readonly CacheAligned<ulong> _slots;
    private readonly int _shift;

    /// <summary>Maps each of <paramref name="keys"/>, which must be distinct and not zero, to the number at its position in <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">A key is zero or stands twice, or a number is out of range.</exception>
    public PackedIndex(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> values)
    {
        int capacity = Math.Max(2 * BucketSlots, (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2));
        _slots = new CacheAligned<ulong>(capacity);
        _shift = 64 - BitOperations.TrailingZeroCount(capacity / BucketSlots);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0 || Find(keys[i]) >= 0 || values[i] is < 0 or > MaxValue)
            {
                throw new ArgumentException($"key {keys[i]:x16} at position {i} is zero or stands twice, or its value {values[i]} is out of range");
            }

            ulong mixed = Mix(keys[i]);
            int at = Bucket(mixed);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (capacity - 1);
            }

            _slots[at] = (mixed << ValueBits) | (uint)(values[i] + 1);
        }
    }

    /// <summary>Asks for the memory that <see cref="Find"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key) => CacheLine.Prefetch(ref _slots[Bucket(Mix(key))]);

    /// <summary>The number of <paramref name="key"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        ulong mixed = Mix(key);
        int bucket = Bucket(mixed);
        ulong tag = mixed << ValueBits;
        uint found = Matches(ref _slots[bucket], tag);
        if (found == 0)
        {
            return _slots[bucket + BucketSlots - 1] == 0 ? -1 : FindFurther(bucket, tag);
        }

        return (int)(_slots[bucket + BitOperations.TrailingZeroCount(found)] & ValueMask) - 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindFurther(int bucket, ulong tag)
    {
        while (_slots[bucket + BucketSlots - 1] != 0)
        {
            bucket = (bucket + BucketSlots) & (_slots.Length - 1);
            uint found = Matches(ref _slots[bucket], tag);
            if (found != 0)
            {
                return (int)(_slots[bucket + BitOperations.TrailingZeroCount(found)] & ValueMask) - 1;
            }
        }

        return -1;
    }

    /// <summary>A bit for each slot of a bucket that has <paramref name="tag"/>; where that is zero, empty slots too, which stand last and for the number -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Matches(ref ulong bucket, ulong tag)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return (uint)Vector512.Equals(Vector512.LoadUnsafe(ref bucket) & Vector512.Create(~ValueMask), Vector512.Create(tag)).ExtractMostSignificantBits();
        }

        Vector256<ulong> low = Vector256.Equals(Vector256.LoadUnsafe(ref bucket) & Vector256.Create(~ValueMask), Vector256.Create(tag));
        Vector256<ulong> high = Vector256.Equals(Vector256.LoadUnsafe(ref bucket, 4) & Vector256.Create(~ValueMask), Vector256.Create(tag));
        return low.ExtractMostSignificantBits() | (high.ExtractMostSignificantBits() << 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Bucket(ulong mixed) => (int)(mixed >> _shift) * BucketSlots;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key)
    {
        ulong product = key * Multiplier;
        return product ^ (product >> 32);
    }
}
