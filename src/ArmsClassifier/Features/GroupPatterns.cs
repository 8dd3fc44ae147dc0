using System.Numerics;

namespace ArmsClassifier.Features;

/// <summary>
/// Who does what to what, as far as a linear model can use it: which groups of classes meet in a sentence, by twos and threes. Each pattern
/// is reported once a sentence.
/// </summary>
internal static class GroupPatterns
{
    /// <summary>The most groups.</summary>
    public const int MaxGroups = 24;

    /// <summary>Code of the pattern that <paramref name="a"/> and <paramref name="b"/>, a less than b, meet in a sentence.</summary>
    public static int Meet(int groups, int a, int b) => (a * groups) + b;

    /// <summary>Code of the pattern that <paramref name="a"/>, <paramref name="b"/> and <paramref name="c"/>, ascending, meet in a sentence.</summary>
    public static int Meet(int groups, int a, int b, int c) => (((((a + 1) * groups) + b) * groups) + c);

    /// <summary>One more than the greatest code of <paramref name="groups"/> groups.</summary>
    public static int Codes(int groups) => groups * groups * (groups + 1);

    /// <summary>The pattern with <paramref name="code"/> among <paramref name="names"/> of groups, in words.</summary>
    public static string Describe(int code, ReadOnlySpan<string> names)
    {
        int groups = names.Length;
        int squares = groups * groups;
        return code < squares
            ? $"{names[code / groups]} and {names[code % groups]} in a sentence"
            : $"{names[(code / squares) - 1]}, {names[code % squares / groups]} and {names[code % groups]} in a sentence";
    }

    /// <summary>Reports the patterns of a sentence that has the groups in <paramref name="present"/>, a bit a group.</summary>
    public static void Report<TSink>(int groups, uint present, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (; present != 0; present &= present - 1)
        {
            int a = BitOperations.TrailingZeroCount(present);
            for (uint others = present & (present - 1); others != 0; others &= others - 1)
            {
                int b = BitOperations.TrailingZeroCount(others);
                sink.Pattern(Meet(groups, a, b), start, end);
                int pair = Meet(groups, a, b, 0);
                for (uint third = others & (others - 1); third != 0; third &= third - 1)
                {
                    sink.Pattern(pair + BitOperations.TrailingZeroCount(third), start, end);
                }
            }
        }
    }
}
