namespace ArmsClassifier.Cli.Output;

/// <summary>Text from outside, made fit to be shown to a person.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with a mark in the place of each control character, and of those that turn the direction of writing around: a terminal
    /// would obey them. White space becomes a blank. The length stays.
    /// </summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (clean, raw) =>
    {
        for (int i = 0; i < raw.Length; i++)
        {
            clean[i] = char.IsWhiteSpace(raw[i]) ? ' ' : IsCommand(raw[i]) ? Replacement : raw[i];
        }
    });

    /// <summary>The text on one line of at most <paramref name="width"/> characters.</summary>
    public static string Cut(string text, int width)
    {
        string clean = Clean(text);
        if (clean.Length <= width)
        {
            return clean;
        }

        int end = Math.Max(1, width - 1);
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Breaks a text between words into lines of at most <paramref name="width"/> characters; only a longer word exceeds it.</summary>
    public static IEnumerable<Range> Wrap(string text, int width)
    {
        int begin = 0;
        while (begin < text.Length)
        {
            int end = text.Length - begin <= width ? text.Length : text.LastIndexOf(' ', begin + width, width);
            end = end <= begin ? text.IndexOf(' ', begin) : end;
            end = end <= begin ? text.Length : end;
            yield return begin..end;
            begin = end;
            while (begin < text.Length && text[begin] == ' ')
            {
                begin++;
            }
        }
    }

    private static bool IsCommand(char c) => char.IsControl(c) || c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
