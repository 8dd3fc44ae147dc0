namespace ArmsClassifier.Feeds;

/// <summary>
/// Decides the role of each line of a text that may be a scraped page. What could be news is kept: a line becomes furniture by a sign of
/// its own, or by its place above the headline, under the last paragraph, in a run of short lines or under a heading such as "Related".
/// </summary>
internal static class PageFurniture
{
    private const int MinRun = 3;
    private const int MinSignRun = 5;
    private const int MaxRunWords = 5;
    private const int MaxMixedRunWords = 3;
    private const int MaxNameWords = 4;

    /// <summary>The roles of the lines; <paramref name="kinds"/> receives what each line is by itself.</summary>
    /// <param name="lines">The lines that are not blank.</param>
    /// <param name="title">The headline where it is known from elsewhere; then no line is marked as the title. Otherwise empty.</param>
    /// <param name="kinds">As long as <paramref name="lines"/>.</param>
    public static PassageRole[] Roles(IReadOnlyList<PageLine> lines, string title, Span<LineKind> kinds)
    {
        var roles = new PassageRole[lines.Count];
        if (lines.Count == 1)
        {
            return roles;
        }

        bool isLatin = IsLatin(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            kinds[i] = LineKinds.Of(lines[i], isLatin);
        }

        bool[] away = Away(lines, kinds, headline: -1);
        int first = FirstParagraph(lines, kinds, away);
        int headline = first < 0 || title.Length > 0 ? -1 : Headline.Find(lines, kinds, first);
        if (HasSign(lines, kinds))
        {
            MarkFurniture(lines, kinds, Away(lines, kinds, headline), first, headline, roles);
        }

        MarkEchoes(lines, headline < 0 ? title : lines[headline].Text, roles);
        if (headline >= 0)
        {
            roles[headline] = PassageRole.Title;
            MarkStandfirst(kinds, headline, first, roles);
        }

        return roles;
    }

    private static bool IsLatin(IReadOnlyList<PageLine> lines)
    {
        long letters = 0;
        long foreign = 0;
        foreach (PageLine line in lines)
        {
            letters += line.Letters;
            foreign += line.ForeignLetters;
        }

        return foreign * 2 < letters;
    }

    /// <summary>Which lines stand under a heading that leads away from the article, until the headline or body text comes.</summary>
    private static bool[] Away(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int headline)
    {
        bool[] away = new bool[lines.Count];
        bool inside = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool next = i + 1 < lines.Count && kinds[i + 1] == LineKind.Prose;
            bool resumes = i == headline || (kinds[i] == LineKind.Prose && (lines[i].IsSolid || next));
            inside = kinds[i] == LineKind.Section || (inside && !resumes);
            away[i] = inside;
        }

        return away;
    }

    private static int FirstParagraph(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, bool[] away)
    {
        int first = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (kinds[i] == LineKind.Prose && !away[i])
            {
                if (lines[i].IsSolid)
                {
                    return i;
                }

                first = first < 0 ? i : first;
            }
        }

        return first;
    }

    private static bool HasSign(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds)
    {
        int run = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            run = kinds[i] == LineKind.Plain && lines[i].Words <= MaxMixedRunWords ? run + 1 : 0;
            if (run >= MinSignRun || kinds[i] is LineKind.Furniture or LineKind.Section or LineKind.Byline)
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkFurniture(
        IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, bool[] away, int first, int headline, PassageRole[] roles)
    {
        int last = lines.Count - 1;
        while (last >= 0 && (kinds[last] != LineKind.Prose || away[last] || (last > first && Caption.IsBiography(lines[last]))))
        {
            last--;
        }

        bool leaves = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            bool isPlain = kinds[i] is LineKind.Plain or LineKind.Item;
            leaves |= i > last && !isPlain && kinds[i] != LineKind.Prose;
            bool isFurniture = kinds[i] is LineKind.Furniture or LineKind.Section or LineKind.Byline
                || away[i]
                || !seen.Add(lines[i].Text)
                || i < headline
                || (first >= 0 && i > last && ((isPlain && (leaves || lines[i].Words <= MaxRunWords)) || Caption.IsBiography(lines[i])))
                || (isPlain && headline >= 0 && i > headline && i < first && lines[i].IsNameLike && lines[i].Words <= MaxNameWords)
                || (isPlain && !FollowsColon(lines, kinds, i) && (kinds[i] == LineKind.Item || IsInRun(lines, kinds, i)));
            roles[i] = isFurniture ? PassageRole.Furniture : PassageRole.Body;
        }
    }

    /// <summary>Whether a line belongs to a list that a line ending in a colon announces.</summary>
    private static bool FollowsColon(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int i)
    {
        int head = i - 1;
        while (head >= 0 && kinds[i] == LineKind.Item && kinds[head] == LineKind.Item)
        {
            head--;
        }

        return head >= 0 && lines[head].End == ':' && kinds[head] is LineKind.Plain or LineKind.Prose;
    }

    /// <summary>Whether a short line stands among others: three short ones, or four lines none of which could be a paragraph.</summary>
    private static bool IsInRun(IReadOnlyList<PageLine> lines, ReadOnlySpan<LineKind> kinds, int i)
    {
        if (lines[i].Words > MaxRunWords || lines[i].End is ':' or '?')
        {
            return false;
        }

        int shorts = 1;
        int all = 1;
        for (int step = -1; step <= 1; step += 2)
        {
            for (int j = i + step; j >= 0 && j < lines.Count && all <= MinRun; j += step)
            {
                bool isShort = kinds[j] is LineKind.Plain or LineKind.Item && lines[j].Words <= MaxRunWords;
                if (!isShort && kinds[j] is LineKind.Plain or LineKind.Prose)
                {
                    break;
                }

                shorts += isShort ? 1 : 0;
                all++;
            }
        }

        return shorts >= MinRun || (all > MinRun && lines[i].Words <= MaxMixedRunWords);
    }

    private static void MarkEchoes(IReadOnlyList<PageLine> lines, string title, PassageRole[] roles)
    {
        for (int i = 0; i < lines.Count && title.Length > 0; i++)
        {
            roles[i] = Headline.IsEcho(lines[i], title) ? PassageRole.Furniture : roles[i];
        }
    }

    /// <summary>A summary stands right under the headline, and a byline, a date or a caption parts it from the text.</summary>
    private static void MarkStandfirst(ReadOnlySpan<LineKind> kinds, int headline, int first, PassageRole[] roles)
    {
        int under = headline + 1;
        if (under < first && roles[under] == PassageRole.Body && kinds[under] is LineKind.Plain or LineKind.Prose
            && roles[under + 1] == PassageRole.Furniture)
        {
            roles[under] = PassageRole.Standfirst;
        }
    }
}
