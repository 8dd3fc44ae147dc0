using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>Where lines end, and what is blank: white space, no-break and zero-width space, byte order mark, control characters.</summary>
internal static class LineBreaks
{
    private const string Breaks = "\r\n\u2028\u2029";

    /// <summary>Whether a text has several lines.</summary>
    public static bool AreIn(string text) => text.AsSpan().IndexOfAny(Breaks) >= 0;

    /// <summary>The lines of a text that are not blank, without surrounding blanks, each with its number and indentation.</summary>
    public static List<PageLine> Lines(string text)
    {
        var lines = new List<PageLine>();
        int number = 1;
        int begin = 0;
        while (begin < text.Length)
        {
            int length = text.AsSpan(begin).IndexOfAny(Breaks);
            int end = length < 0 ? text.Length : begin + length;
            ReadOnlySpan<char> line = text.AsSpan(begin, end - begin);
            int indent = SkipBlank(line);
            ReadOnlySpan<char> trimmed = Trim(line);
            if (!trimmed.IsEmpty)
            {
                lines.Add(new PageLine(trimmed.Length == text.Length ? text : trimmed.ToString(), number, indent));
            }

            bool pair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            begin = end + (pair ? 2 : 1);
            number++;
        }

        return lines;
    }

    /// <summary>The text without blanks at its ends. Blanks inside stay as they are.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int begin = SkipBlank(text);
        int end = text.Length;
        while (end > begin && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[begin..end];
    }

    /// <summary>The text without blanks at its ends; the same string where there are none.</summary>
    public static string Trimmed(string text)
    {
        ReadOnlySpan<char> trimmed = Trim(text);
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    /// <summary>Number of blanks at the beginning of a text.</summary>
    public static int SkipBlank(ReadOnlySpan<char> text)
    {
        int begin = 0;
        while (begin < text.Length && IsBlank(text[begin]))
        {
            begin++;
        }

        return begin;
    }

    private static bool IsBlank(char c) =>
        c is <= ' ' or > '\u007E' && IsRareBlank(c);

    private static bool IsRareBlank(char c) =>
        char.IsWhiteSpace(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
