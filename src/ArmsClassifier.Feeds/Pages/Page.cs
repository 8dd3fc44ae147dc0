using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>A text cut into passages, with the headline and the date that were found among them.</summary>
/// <param name="Passages">The passages in order, each with its role.</param>
/// <param name="Title">The headline, or empty.</param>
/// <param name="Date">The date of publication, or null.</param>
internal sealed record Page(IReadOnlyList<Passage> Passages, string Title, DateOnly? Date)
{
    private static readonly SearchValues<string> s_dashes = SearchValues.Create([" - ", " – ", " — ", "--"], StringComparison.Ordinal);

    private const string Subject = "Subject:";
    private const int MaxDatelineChars = 80;

    /// <summary>The page of a text that is one passage; of none where the text is empty.</summary>
    public static Page OfPassage(string text) => new(text.Length == 0 ? [] : [new Passage(text)], "", null);

    /// <summary>The page of a text that is one line, as <see cref="OfLines"/> has it: one line has no neighbours that make furniture of it.</summary>
    public static Page OfLine(string line) => new([new Passage(line, PassageRole.Body, 1)], "", OfDateline(line));

    /// <summary>The page of some lines.</summary>
    /// <param name="lines">The lines that are not blank.</param>
    /// <param name="title">The headline where it is known from elsewhere, otherwise empty.</param>
    public static Page OfLines(IReadOnlyList<PageLine> lines, string title)
    {
        var kinds = new LineKind[lines.Count];
        PassageRole[] roles = PageFurniture.Roles(lines, title, kinds);
        var passages = new Passage[lines.Count];
        for (int i = 0; i < passages.Length; i++)
        {
            passages[i] = new Passage(lines[i].Text, roles[i], lines[i].Number);
        }

        int headline = Array.IndexOf(roles, PassageRole.Title);
        string found = headline < 0 ? "" : lines[headline].Text;
        bool isMail = found.StartsWith(Subject, StringComparison.OrdinalIgnoreCase);
        return new Page(passages, isMail ? found[Subject.Length..].Trim() : found, FindDate(lines, kinds, roles, Math.Max(headline, 0)));
    }

    /// <summary>The date nearest to the headline: under it, in the dateline of the first paragraph, then above it.</summary>
    private static DateOnly? FindDate(IReadOnlyList<PageLine> lines, LineKind[] kinds, PassageRole[] roles, int headline)
    {
        for (int i = headline; i < lines.Count; i++)
        {
            DateOnly? date = OfByline(lines[i], kinds[i], roles[i]) ?? (roles[i] == PassageRole.Body ? OfDateline(lines[i].Text) : null);
            if (date is not null)
            {
                return date;
            }

            if (roles[i] == PassageRole.Body && lines[i].IsSolid)
            {
                break;
            }
        }

        for (int i = headline - 1; i >= 0; i--)
        {
            if (OfByline(lines[i], kinds[i], roles[i]) is { } date)
            {
                return date;
            }
        }

        for (int i = headline; i < lines.Count; i++)
        {
            if (OfByline(lines[i], kinds[i], roles[i]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? OfByline(PageLine line, LineKind kind, PassageRole role)
    {
        bool isStamp = kind == LineKind.Byline || (kind == LineKind.Furniture && PagePhrases.IsStamp(line.Text));
        return role == PassageRole.Furniture && isStamp ? NewsDate.Find(line.Text) : null;
    }

    private static DateOnly? OfDateline(string text)
    {
        int dash = text.AsSpan(0, Math.Min(text.Length, MaxDatelineChars)).IndexOfAny(s_dashes);
        return dash > 0 ? NewsDate.Find(text[..dash]) : null;
    }
}
