using System.Numerics;
using System.Runtime.Intrinsics;

namespace ArmsClassifier.Features;

/// <summary>A set of up to <see cref="Capacity"/> lexicon classes, a bit a class.</summary>
internal readonly record struct ClassSet(Vector256<ulong> Bits)
{
    /// <summary>The most classes.</summary>
    public const int Capacity = 256;

    private const int BitsPerWord = 64;

    /// <summary>All classes.</summary>
    public static ClassSet All => new(Vector256<ulong>.AllBitsSet);

    /// <summary>Whether there is no class.</summary>
    public bool IsEmpty => Bits == Vector256<ulong>.Zero;

    /// <summary>The classes of either.</summary>
    public static ClassSet operator |(ClassSet a, ClassSet b) => new(a.Bits | b.Bits);

    /// <summary>The classes of both.</summary>
    public static ClassSet operator &(ClassSet a, ClassSet b) => new(a.Bits & b.Bits);

    /// <summary>This set with class <paramref name="mark"/>.</summary>
    public ClassSet With(int mark)
    {
        int word = mark / BitsPerWord;
        return new ClassSet(Bits.WithElement(word, Bits.GetElement(word) | (1UL << mark)));
    }

    /// <summary>Whether class <paramref name="mark"/> is in the set.</summary>
    public bool Has(int mark) => (Bits.GetElement(mark / BitsPerWord) & (1UL << mark)) != 0;

    /// <summary>The classes, ascending.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    /// <summary>How many classes below <paramref name="mark"/> are in the set.</summary>
    public int Rank(int mark)
    {
        int word = mark / BitsPerWord;
        int rank = BitOperations.PopCount(Bits.GetElement(word) & ((1UL << mark) - 1));
        for (int i = 0; i < word; i++)
        {
            rank += BitOperations.PopCount(Bits.GetElement(i));
        }

        return rank;
    }

    /// <summary>Goes through the classes of a set.</summary>
    public struct Enumerator(Vector256<ulong> bits)
    {
        private ulong _left = bits.GetElement(0);
        private int _word;

        /// <summary>The class at hand.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next class; false after the last one.</summary>
        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == Capacity / BitsPerWord)
                {
                    return false;
                }

                _left = bits.GetElement(_word);
            }

            Current = (_word * BitsPerWord) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
