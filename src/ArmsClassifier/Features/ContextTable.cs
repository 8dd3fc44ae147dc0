using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>
/// The contexts that are wanted of a text: by symbol, the classes that make one where they stand before or after it. The place of a symbol is 1
/// or more; 0 is that of symbols without contexts.
/// </summary>
/// <remarks>
/// Most neighbours make no context. So each set of classes is also kept as 64 bits, in which the classes of the most contexts have a bit of their
/// own and the others share: sets without a common bit have no class in common.
/// </remarks>
internal sealed class ContextTable
{
    private const int AfterBit = 1 << 16;
    private const int BitsPerWord = 64;

    private readonly ulong[] _keys;
    private readonly Side[] _before;
    private readonly Side[] _after;
    private readonly SideBits[] _bits;
    private readonly ulong[] _bitOfClass;
    private readonly int[] _rows;
    private readonly ClassSet _sharing;

    private ContextTable(ulong[] keys, Side[] before, Side[] after)
    {
        _keys = keys;
        _before = before;
        _after = after;
        _bitOfClass = BitsOfClasses(before, after);
        _bits = new SideBits[before.Length];
        for (int place = 0; place < _bits.Length; place++)
        {
            _bits[place] = new SideBits(Bits(before[place].Classes), Bits(after[place].Classes));
        }

        (SharedBits, _sharing) = FindShared();
        _rows = FindRows();
    }

    /// <summary>A table for which every symbol, at place 1, makes a context with every class.</summary>
    public static ContextTable Everything { get; } = new([], [default, new Side(ClassSet.All, 0)], [default, new Side(ClassSet.All, 0)]);

    /// <summary>Whether no context is wanted.</summary>
    public bool IsEmpty => _before.Length == 1;

    /// <summary>Key of the context that class <paramref name="mark"/> stands before, or after, the word or class of <paramref name="symbol"/>.</summary>
    public static ulong Key(int symbol, bool isAfter, int mark) => ((ulong)(uint)symbol << 17) | (isAfter ? AfterBit : 0u) | (uint)mark;

    /// <summary>The parts of a key.</summary>
    public static (int Symbol, bool IsAfter, int Mark) Parts(ulong key) => ((int)(key >> 17), (key & AfterBit) != 0, (int)(key & (AfterBit - 1)));

    /// <summary>The table of contexts with <paramref name="keys"/>, ascending; the row of a context is its position.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="setPlace">Told the place of each symbol that has contexts.</param>
    public static ContextTable Of(ReadOnlySpan<ulong> keys, Action<int, int> setPlace)
    {
        int places = 1;
        for (int row = 0; row < keys.Length; row++)
        {
            places += IsOfNewSymbol(keys, row) ? 1 : 0;
        }

        var before = new Side[places];
        var after = new Side[places];
        int place = 0;
        for (int row = 0; row < keys.Length; row++)
        {
            (int symbol, bool isAfter, int mark) = Parts(keys[row]);
            if (IsOfNewSymbol(keys, row))
            {
                setPlace(symbol, ++place);
            }

            ref Side side = ref (isAfter ? after : before)[place];
            side = new Side(side.Classes.With(mark), side.Classes.IsEmpty ? row : side.FirstRow);
        }

        return new ContextTable(keys.ToArray(), before, after);
    }

    /// <summary>The classes that make a context where they stand before the symbol at <paramref name="place"/>.</summary>
    public ref readonly ClassSet Before(int place) => ref _before[place].Classes;

    /// <summary>The classes that make a context where they stand after the symbol at <paramref name="place"/>.</summary>
    public ref readonly ClassSet After(int place) => ref _after[place].Classes;

    /// <summary>The bits of <see cref="Before"/> and <see cref="After"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly SideBits BitsAt(int place) => ref _bits[place];

    /// <summary>The bits of <paramref name="classes"/>: none for classes that make no context.</summary>
    public ulong Bits(in ClassSet classes)
    {
        ulong bits = 0;
        foreach (int mark in classes)
        {
            bits |= Bit(mark);
        }

        return bits;
    }

    /// <summary>The bit of class <paramref name="mark"/>, or none.</summary>
    public ulong Bit(int mark) => _bitOfClass[mark];

    /// <summary>The bits that stand for more than one class.</summary>
    public ulong SharedBits { get; }

    /// <summary>The classes that share a bit, of those that make a context with the symbol at <paramref name="place"/>.</summary>
    public ClassSet Sharing(int place, bool isAfter) => (isAfter ? _after : _before)[place].Classes & _sharing;

    /// <summary>The row of a context that is wanted.</summary>
    public int Row(int place, bool isAfter, int mark)
    {
        ref readonly Side side = ref (isAfter ? _after : _before)[place];
        return side.FirstRow + side.Classes.Rank(mark);
    }

    /// <summary>The row of a context that is wanted, by the place of its class's bit, which no other class shares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOfBit(int place, bool isAfter, int bit) => _rows[Slot(place, isAfter, bit)];

    /// <summary>The key of the context in <paramref name="row"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong KeyOf(int row) => _keys[row];

    private static bool IsOfNewSymbol(ReadOnlySpan<ulong> keys, int row) => row == 0 || Parts(keys[row]).Symbol != Parts(keys[row - 1]).Symbol;

    private static int Slot(int place, bool isAfter, int bit) => (((place * 2) + (isAfter ? 1 : 0)) * BitsPerWord) + bit;

    private (ulong Bits, ClassSet Classes) FindShared()
    {
        if (_keys.Length == 0)
        {
            // Where everything is wanted there are no rows to go to.
            return (ulong.MaxValue, ClassSet.All);
        }

        ulong seen = 0;
        ulong shared = 0;
        foreach (ulong bit in _bitOfClass)
        {
            shared |= seen & bit;
            seen |= bit;
        }

        ClassSet classes = default;
        for (int mark = 0; mark < ClassSet.Capacity; mark++)
        {
            classes = (_bitOfClass[mark] & shared) != 0 ? classes.With(mark) : classes;
        }

        return (shared, classes);
    }

    private int[] FindRows()
    {
        var rows = new int[_bits.Length * 2 * BitsPerWord];
        for (int place = 0; place < _bits.Length; place++)
        {
            foreach (bool isAfter in (ReadOnlySpan<bool>)[false, true])
            {
                foreach (int mark in (isAfter ? _after : _before)[place].Classes)
                {
                    int bit = BitOperations.TrailingZeroCount(_bitOfClass[mark]);
                    rows[Slot(place, isAfter, bit)] = Row(place, isAfter, mark);
                }
            }
        }

        return rows;
    }

    private static ulong[] BitsOfClasses(params ReadOnlySpan<Side[]> sides)
    {
        var contexts = new int[ClassSet.Capacity];
        foreach (Side[] all in sides)
        {
            foreach (ref readonly Side side in all.AsSpan())
            {
                foreach (int mark in side.Classes)
                {
                    contexts[mark]++;
                }
            }
        }

        var bits = new ulong[ClassSet.Capacity];
        int[] ranked = [.. Enumerable.Range(0, ClassSet.Capacity)];
        Array.Sort(ranked, (a, b) => contexts[a] == contexts[b] ? a.CompareTo(b) : contexts[b].CompareTo(contexts[a]));
        for (int rank = 0; rank < ranked.Length && contexts[ranked[rank]] > 0; rank++)
        {
            // The rarest share with one another rather than with the most frequent.
            bits[ranked[rank]] = 1UL << Math.Min(rank, (BitsPerWord / 2) + (rank % (BitsPerWord / 2)));
        }

        return bits;
    }

    /// <summary>Classes on one side of a symbol, and the row of the first of them.</summary>
    private readonly struct Side(ClassSet classes, int firstRow)
    {
        public readonly ClassSet Classes = classes;

        public readonly int FirstRow = firstRow;
    }
}

/// <summary>The bits of the classes that make contexts before and after a symbol.</summary>
internal readonly record struct SideBits(ulong Before, ulong After);
