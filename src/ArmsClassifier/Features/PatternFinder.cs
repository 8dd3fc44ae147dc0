using System.Numerics;

namespace ArmsClassifier.Features;

/// <summary>
/// Finds who does what to what, as far as a linear model can use it: which groups of classes meet in a sentence, by twos and threes; which
/// come after which within a few units; and which are missing from the whole passage. Each pattern is reported once a passage.
/// </summary>
internal ref struct PatternFinder
{
    /// <summary>The most groups.</summary>
    public const int MaxGroups = 24;

    /// <summary>Greatest distance, in units, of two groups one of which comes after the other.</summary>
    private const int Window = 6;

    // A power of two above the window, so that a place is found without division.
    private const int Ring = 8;

    private readonly int _groups;
    private readonly Span<uint> _seen;
    private readonly Span<(uint Groups, int Start)> _recent;
    private uint _sentence;
    private uint _passage;
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _units;

    /// <summary>A finder for one passage; <paramref name="seen"/> has <see cref="SeenLength"/> zeros and <paramref name="recent"/> <see cref="RecentLength"/>.</summary>
    public PatternFinder(int groups, Span<uint> seen, Span<(uint Groups, int Start)> recent)
    {
        _groups = groups;
        _seen = seen;
        _recent = recent;
    }

    /// <summary>Length of the memory that a finder keeps of the units before.</summary>
    public static int RecentLength => Ring;

    /// <summary>Length of the memory that a finder for <paramref name="groups"/> groups keeps of what it has reported.</summary>
    public static int SeenLength(int groups) => groups * (groups + 2);

    /// <summary>Code of the pattern that group <paramref name="a"/> is missing from the passage.</summary>
    public static int Missing(int a) => a;

    /// <summary>Code of the pattern that <paramref name="a"/> and <paramref name="b"/>, a less than b, meet in a sentence.</summary>
    public static int Meet(int groups, int a, int b) => groups + (a * groups) + b;

    /// <summary>Code of the pattern that <paramref name="b"/> comes after <paramref name="a"/>.</summary>
    public static int After(int groups, int a, int b) => groups + (groups * groups) + (a * groups) + b;

    /// <summary>Code of the pattern that <paramref name="a"/>, <paramref name="b"/> and <paramref name="c"/>, ascending, meet in a sentence.</summary>
    public static int Meet(int groups, int a, int b, int c) => groups + (2 * groups * groups) + (((a * groups) + b) * groups) + c;

    /// <summary>One more than the greatest code of <paramref name="groups"/> groups.</summary>
    public static int Codes(int groups) => groups + (2 * groups * groups) + (groups * groups * groups);

    /// <summary>The pattern with <paramref name="code"/> among <paramref name="names"/> of groups, in words.</summary>
    public static string Describe(int code, ReadOnlySpan<string> names)
    {
        int groups = names.Length;
        if (code < groups)
        {
            return $"no {names[code]}";
        }

        code -= groups;
        int squares = groups * groups;
        return (code / squares) switch
        {
            0 => $"{names[code / groups]} and {names[code % groups]} in a sentence",
            1 => $"{names[(code - squares) / groups]}, then {names[code % groups]}",
            _ => $"{names[(code / squares) - 2]}, {names[code % squares / groups]} and {names[code % groups]} in a sentence",
        };
    }

    /// <summary>Takes the next unit with the groups it belongs to.</summary>
    public void Unit<TSink>(uint groups, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (groups != 0)
        {
            _sentenceStart = _sentence == 0 ? start : _sentenceStart;
            _sentenceEnd = end;
            _sentence |= groups;
            Follow(groups, end, ref sink);
        }

        _recent[_units & (Ring - 1)] = (groups, start);
        _units++;
    }

    /// <summary>Ends a sentence.</summary>
    public void EndSentence<TSink>(ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        uint groups = _sentence;
        for (uint left = groups; left != 0; left &= left - 1)
        {
            int a = BitOperations.TrailingZeroCount(left);
            uint others = left & (left - 1);
            for (uint fresh = others & ~_seen[a]; fresh != 0; fresh &= fresh - 1)
            {
                sink.Pattern(Meet(_groups, a, BitOperations.TrailingZeroCount(fresh)), _sentenceStart, _sentenceEnd);
            }

            _seen[a] |= others;
            for (; others != 0; others &= others - 1)
            {
                int b = BitOperations.TrailingZeroCount(others);
                ref uint seen = ref _seen[((2 + a) * _groups) + b];
                for (uint fresh = others & (others - 1) & ~seen; fresh != 0; fresh &= fresh - 1)
                {
                    sink.Pattern(Meet(_groups, a, b, BitOperations.TrailingZeroCount(fresh)), _sentenceStart, _sentenceEnd);
                }

                seen |= others & (others - 1);
            }
        }

        _passage |= groups;
        _sentence = 0;
        _recent.Clear();
    }

    /// <summary>Ends the passage, of <paramref name="length"/> bytes, after its last sentence.</summary>
    public readonly void EndPassage<TSink>(int length, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (int group = 0; group < _groups; group++)
        {
            if ((_passage & (1u << group)) == 0)
            {
                sink.Pattern(Missing(group), 0, length);
            }
        }
    }

    private readonly void Follow<TSink>(uint groups, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (int back = 1; back <= Window; back++)
        {
            (uint before, int start) = _recent[(_units - back) & (Ring - 1)];
            for (; before != 0; before &= before - 1)
            {
                int a = BitOperations.TrailingZeroCount(before);
                ref uint seen = ref _seen[_groups + a];
                for (uint fresh = groups & ~seen; fresh != 0; fresh &= fresh - 1)
                {
                    sink.Pattern(After(_groups, a, BitOperations.TrailingZeroCount(fresh)), start, end);
                }

                seen |= groups;
            }
        }
    }
}
