namespace ArmsClassifier.Feeds;

/// <summary>Finds the headline of a page: the line of its kind nearest above the first paragraph.</summary>
internal static class Headline
{
    private const int MaxWords = 32;
    private const int MaxChars = 240;
    private const int MaxQuestionWords = 14;
    private const int MinWords = 3;
    private const int FullWords = 5;
    private const int MaxNameWords = 4;
    private const int MaxEchoChars = 60;

    /// <summary>The index of the headline above the line <paramref name="first"/>, or -1.</summary>
    public static int Find(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int first)
    {
        int nearest = Nearest(lines, kinds, first, namesToo: false);
        nearest = nearest >= 0 ? nearest : Nearest(lines, kinds, first, namesToo: true);
        return nearest < 0 || HasEcho(lines, nearest) ? nearest : Climb(lines, kinds, nearest);
    }

    /// <summary>Whether a line repeats the headline, alone or with the name of the site behind a bar or dash.</summary>
    public static bool IsEcho(PageLine line, string title)
    {
        if (!line.Text.StartsWith(title, StringComparison.OrdinalIgnoreCase) || line.Text.Length > title.Length + MaxEchoChars)
        {
            return false;
        }

        ReadOnlySpan<char> rest = line.Text.AsSpan(title.Length).Trim();
        return rest.IsEmpty || rest[0] is '|' or '-' or '–' or '—' or '·' or '•' or '»';
    }

    private static int Nearest(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int first, bool namesToo)
    {
        for (int i = first - 1; i >= 0; i--)
        {
            bool isName = lines[i].IsNameLike && lines[i].Words <= MaxNameWords && !IsAllCapitals(lines[i]);
            if (IsCandidate(lines[i], kinds[i]) && lines[i].Words >= MinWords && (namesToo || !isName || !HasBylineBeside(kinds, i, first)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsAllCapitals(PageLine line) => !line.Text.AsSpan().ContainsAnyInRange('a', 'z');

    private static bool IsCandidate(PageLine line, LineKind kind) =>
        line.Words <= MaxWords && line.Text.Length <= MaxChars && line.End is not (',' or ':')
        && (kind == LineKind.Plain || (kind == LineKind.Prose && line.End is '?' or '!' && line.Words <= MaxQuestionWords))
        && !IsNumbered(line.Text);

    private static bool IsNumbered(string text) =>
        text.Length > 2 && char.IsAsciiDigit(text[0]) && text.AsSpan(1, Math.Min(3, text.Length - 1)).Contains('.');

    private static bool HasBylineBeside(ReadOnlySpan<LineKind> kinds, int i, int first) =>
        (i > 0 && kinds[i - 1] == LineKind.Byline) || (i + 1 < first && kinds[i + 1] == LineKind.Byline);

    private static bool HasEcho(IReadOnlyList<PageLine> lines, int title)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (i != title && lines[i].Words >= lines[title].Words && IsEcho(lines[i], lines[title].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves up from a standfirst without full stop, from a subheading after a short lead, and over a dateline.</summary>
    private static int Climb(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int found)
    {
        PageLine line = lines[found];
        if (found > 0 && IsCandidate(lines[found - 1], kinds[found - 1]))
        {
            PageLine above = lines[found - 1];
            bool isStandfirst = line.Words >= FullWords && above.Words >= FullWords;
            bool isQuestion = line.EndsSentence && above.Words >= MinWords && !above.EndsSentence;
            bool isUnderFirstLine = found == 1 && above.Words >= FullWords;
            return isStandfirst || isQuestion || isUnderFirstLine ? found - 1 : found;
        }

        int top = found - 1;
        while (top > 0 && (kinds[top] is LineKind.Byline or LineKind.Prose || (kinds[top] == LineKind.Plain && lines[top].IsNameLike)))
        {
            top--;
        }

        return top >= 0 && top < found - 1 && IsCandidate(lines[top], kinds[top]) && lines[top].Words >= FullWords ? top : found;
    }
}
