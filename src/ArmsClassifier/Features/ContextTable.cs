namespace ArmsClassifier.Features;

/// <summary>
/// The contexts that are wanted of a text: by symbol, the classes that make one where they stand before or after it. The place of a symbol is 1
/// or more; 0 is that of symbols without contexts.
/// </summary>
internal sealed class ContextTable
{
    private const int AfterBit = 1 << 16;

    private readonly Side[] _before;
    private readonly Side[] _after;

    private ContextTable(IEnumerable<Side> before, IEnumerable<Side> after)
    {
        _before = [default, .. before];
        _after = [default, .. after];
    }

    /// <summary>A table for which every symbol, at place 1, makes a context with every class.</summary>
    public static ContextTable Everything { get; } = new([new Side(ClassSet.All, 0)], [new Side(ClassSet.All, 0)]);

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
        var before = new List<Side>();
        var after = new List<Side>();
        int last = -1;
        for (int row = 0; row < keys.Length; row++)
        {
            (int symbol, bool isAfter, int mark) = Parts(keys[row]);
            if (symbol != last)
            {
                before.Add(default);
                after.Add(default);
                setPlace(symbol, before.Count);
                last = symbol;
            }

            List<Side> sides = isAfter ? after : before;
            Side side = sides[^1];
            sides[^1] = new Side(side.Classes.With(mark), side.Classes.IsEmpty ? row : side.FirstRow);
        }

        return new ContextTable(before, after);
    }

    /// <summary>The classes that make a context where they stand before the symbol at <paramref name="place"/>.</summary>
    public ref readonly ClassSet Before(int place) => ref _before[place].Classes;

    /// <summary>The classes that make a context where they stand after the symbol at <paramref name="place"/>.</summary>
    public ref readonly ClassSet After(int place) => ref _after[place].Classes;

    /// <summary>The row of a context that is wanted.</summary>
    public int Row(int place, bool isAfter, int mark)
    {
        ref readonly Side side = ref (isAfter ? _after : _before)[place];
        return side.FirstRow + side.Classes.Rank(mark);
    }

    /// <summary>Classes on one side of a symbol, and the row of the first of them.</summary>
    private readonly struct Side(ClassSet classes, int firstRow)
    {
        public readonly ClassSet Classes = classes;

        public readonly int FirstRow = firstRow;
    }
}
