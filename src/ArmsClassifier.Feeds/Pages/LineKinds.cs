namespace ArmsClassifier.Feeds;

/// <summary>Judges a line by itself.</summary>
internal static class LineKinds
{
    private const int MaxItemWords = 7;
    private const int MaxMenuWords = 14;
    private const int MaxNoteWords = 25;
    private const int MaxSlugWords = 8;
    private const int MaxAddressChars = 80;

    public static LineKind Of(PageLine line, bool isLatin)
    {
        ReadOnlySpan<char> text = line.Text;
        if (line.Letters == 0 || text.Length <= 2 || (isLatin && line.ForeignLetters * 2 > line.Letters)
            || IsNote(line) || IsAddress(line) || IsSlug(line))
        {
            return Byline.Is(line) ? LineKind.Byline : LineKind.Furniture;
        }

        return PagePhrases.IsSection(line) ? LineKind.Section
            : Byline.Is(line) ? LineKind.Byline
            : PagePhrases.IsFurniture(line) || IsMenuRow(line) || Caption.Is(line) ? LineKind.Furniture
            : line.IsItem && line.Words <= MaxItemWords && !line.EndsSentence ? LineKind.Item
            : line.IsProse ? LineKind.Prose
            : LineKind.Plain;
    }

    /// <summary>An editor's note: the whole line in square brackets.</summary>
    private static bool IsNote(PageLine line) =>
        line.Words <= MaxNoteWords && line.Text is ['[', .., ']'] && line.Text.IndexOf(']') == line.Text.Length - 1;

    /// <summary>A web or mail address and nothing else.</summary>
    private static bool IsAddress(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        if (text.Length > MaxAddressChars || text.ContainsAny(' ', '\t'))
        {
            return false;
        }

        int dot = text.LastIndexOf('.');
        return text.Contains("://", StringComparison.Ordinal) || text.Contains('@')
            || (dot > 0 && text.Length - dot - 1 is >= 2 and <= 6 && !text[(dot + 1)..].ContainsAnyExceptInRange('a', 'z'));
    }

    /// <summary>The slug of wire copy, such as <c>BC-EU-ARMS, 1st Ld</c>.</summary>
    private static bool IsSlug(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        int end = text.IndexOfAny(' ', ',');
        ReadOnlySpan<char> first = end < 0 ? text : text[..end];
        return line.Words <= MaxSlugWords && line.PlainLowerWords <= 1 && !line.EndsSentence && first.Length >= 6
            && first.IndexOfAny('-', '/') is > 0 and var joint && joint < first.Length - 1
            && !first.ContainsAnyInRange('a', 'z') && !first.ContainsAnyInRange('0', '9');
    }

    /// <summary>Several menu items on one line, parted by bars, arrows or wide gaps.</summary>
    private static bool IsMenuRow(PageLine line)
    {
        if (line.Words > MaxMenuWords || line.IsProse)
        {
            return false;
        }

        ReadOnlySpan<char> text = line.Text;
        int gaps = text.Count("   ") + text.Count('\t');
        int arrows = text.Count(" > ") + text.Count(" › ") + text.Count(" » ");
        return arrows >= 1 || gaps >= 2 || text.Count('|') >= 2 || text.Count(" • ") >= 2 || text.Count(" / ") >= 2;
    }
}
