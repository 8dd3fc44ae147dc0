using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Finds a full date in a byline, a dateline or a field: <c>18 April 2018</c>, <c>Apr. 18th, 2018</c>, <c>18Apr2018</c>, <c>8 Jul 03</c>,
/// <c>2018-04-18</c>, <c>18.04.2018</c>, <c>20180418</c>. English month names; <c>4/5/2018</c> can be read in two ways and gives nothing.
/// </summary>
internal static class NewsDate
{
    private const int MaxChars = 200;
    private const int MaxTokens = 48;
    private const int MaxGapChars = 3;
    private const int MinYear = 1900;
    private const int MaxYear = 2100;
    private const int LastYearOf2000s = 50;

    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] s_joints = ["st", "nd", "rd", "th", "of"];

    /// <summary>The first full date in the first 200 characters of a text, or null.</summary>
    public static DateOnly? Find(string? text)
    {
        Span<Range> tokens = stackalloc Range[MaxTokens];
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text?.Length ?? 0, MaxChars));
        int count = Tokens(head, tokens);
        for (int i = 0; i + 2 < count; i++)
        {
            if (At(head, tokens[i], tokens[i + 1], tokens[i + 2]) is { } date)
            {
                return date;
            }
        }

        for (int i = 0; i < count; i++)
        {
            int packed = Number(head[tokens[i]]);
            if (packed > MinYear * 10_000 && Create(packed / 10_000, packed / 100 % 100, packed % 100) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The number of the month that an English word names, in full or cut to three letters or more; otherwise 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < s_months.Length && word.Length >= 3; i++)
        {
            if (s_months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Cuts a text into runs of letters and runs of digits; what only joins a date (<c>th</c>, <c>of</c>) is left out.</summary>
    private static int Tokens(ReadOnlySpan<char> text, Span<Range> tokens)
    {
        int count = 0;
        int begin = 0;
        while (begin < text.Length && count < tokens.Length)
        {
            bool digits = char.IsAsciiDigit(text[begin]);
            int end = begin + 1;
            while (end < text.Length && (digits ? char.IsAsciiDigit(text[end]) : char.IsLetter(text[begin]) && char.IsLetter(text[end])))
            {
                end++;
            }

            if (digits || (char.IsLetter(text[begin]) && !IsJoint(text[begin..end])))
            {
                tokens[count++] = begin..end;
            }

            begin = end;
        }

        return count;
    }

    private static DateOnly? At(ReadOnlySpan<char> text, Range a, Range b, Range c)
    {
        ReadOnlySpan<char> between = text[a.End.Value..b.Start.Value];
        ReadOnlySpan<char> after = text[b.End.Value..c.Start.Value];
        if (between.Length > MaxGapChars || after.Length > MaxGapChars)
        {
            return null;
        }

        int first = Number(text[a]);
        int second = Number(text[b]);
        int third = Number(text[c]);
        int year = Year(text[c]);
        if (Month(text[a]) is > 0 and var month)
        {
            return year > 0 && second > 0 ? Create(year, month, second) : null;
        }

        if (Month(text[b]) is > 0 and var middle)
        {
            bool isShort = text[c].Length == 2 && third >= 0 && after is " ";
            return first > 0 ? Create(isShort ? third + (third > LastYearOf2000s ? 1900 : 2000) : year, middle, first) : null;
        }

        if (Year(text[a]) > 0 && between is "-" or "/" or "." && second > 0 && third > 0)
        {
            return Create(first, second, third);
        }

        bool isDayFirst = between is "." || first > 12 || first == second;
        bool isJoined = between is "." or "/" or "-" && after.SequenceEqual(between);
        return isJoined && year > 0 && first > 0 && second > 0 && (isDayFirst || second > 12)
            ? Create(year, isDayFirst ? second : first, isDayFirst ? first : second)
            : null;
    }

    private static bool IsJoint(ReadOnlySpan<char> word)
    {
        foreach (string joint in s_joints)
        {
            if (word.Equals(joint, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Year(ReadOnlySpan<char> word) =>
        word.Length == 4 && Number(word) is >= MinYear and <= MaxYear and var year ? year : 0;

    private static int Number(ReadOnlySpan<char> word) =>
        word.Length <= 8 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static DateOnly? Create(int year, int month, int day) =>
        year is >= MinYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
