namespace ArmsClassifier.Features;

/// <summary>
/// Finds which words stand near which classes: of two units of a sentence that are at most <see cref="Window"/> units apart, each class of the
/// one with the word of the other, and which of the two comes first. "Halt" before a transfer tells something that neither tells alone.
/// </summary>
internal ref struct ContextFinder
{
    /// <summary>The most classes of a unit that are looked at.</summary>
    public const int MaxMarks = 8;

    /// <summary>Greatest distance of the two units.</summary>
    private const int Window = 3;

    // A power of two above the window, so that a place is found without division.
    private const int Ring = 4;

    private readonly Span<ushort> _marks;
    private readonly Span<(int Symbol, int Marks, int Start)> _recent;
    private int _units;

    /// <summary>A finder for one passage; <paramref name="recent"/> has <see cref="RecentLength"/> zeros, and <paramref name="marks"/> has <see cref="MarksLength"/>.</summary>
    public ContextFinder(Span<(int Symbol, int Marks, int Start)> recent, Span<ushort> marks)
    {
        _recent = recent;
        _marks = marks;
    }

    /// <summary>Length of the memory of the units before.</summary>
    public static int RecentLength => Ring;

    /// <summary>Length of the memory of their classes.</summary>
    public static int MarksLength => Ring * MaxMarks;

    /// <summary>Key of the context that class <paramref name="mark"/> stands before the word or class of <paramref name="symbol"/>.</summary>
    public static ulong ClassThenWord(int mark, int symbol) => ((ulong)(uint)(mark + 1) << 33) | (uint)(symbol + 1);

    /// <summary>Key of the context that class <paramref name="mark"/> stands after the word or class of <paramref name="symbol"/>.</summary>
    public static ulong WordThenClass(int symbol, int mark) => ClassThenWord(mark, symbol) | (1UL << 32);

    /// <summary>The parts of a key.</summary>
    public static (int Mark, int Symbol, bool IsClassFirst) Parts(ulong key) => ((int)(key >> 33) - 1, (int)(uint)key - 1, (key & (1UL << 32)) == 0);

    /// <summary>Takes the next unit with its classes. A word that is not known has symbol -1 and no classes.</summary>
    public void Unit<TSink>(int symbol, ReadOnlySpan<ushort> marks, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int here = _units & (Ring - 1);
        marks = marks[..Math.Min(marks.Length, MaxMarks)];
        for (int back = 1; back <= Math.Min(Window, _units); back++)
        {
            int there = (_units - back) & (Ring - 1);
            (int other, int count, int begin) = _recent[there];
            if (symbol >= 0)
            {
                foreach (ushort mark in _marks.Slice(there * MaxMarks, count))
                {
                    sink.Context(ClassThenWord(mark, symbol), begin, end);
                }
            }

            if (other >= 0)
            {
                foreach (ushort mark in marks)
                {
                    sink.Context(WordThenClass(other, mark), begin, end);
                }
            }
        }

        marks.CopyTo(_marks[(here * MaxMarks)..]);
        _recent[here] = (symbol, marks.Length, start);
        _units++;
    }

    /// <summary>Ends a sentence: contexts do not reach across.</summary>
    public void EndSentence() => _units = 0;
}
