using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>Finds the headline of a page, without the name of the site.</summary>
internal static class HtmlTitle
{
    private const int MaxChars = 500;
    private const int MaxSiteWords = 5;
    private const int MinHeadWords = 3;
    private const int MaxFirstSiteWords = 3;
    private const int MinSharedWords = 2;
    private const int MinContainedChars = 8;
    private const double MinShared = 0.6;

    private static readonly SearchValues<string> s_joints = SearchValues.Create(
        [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ‹ ", " › ", " ∣ ", " ｜ "], StringComparison.Ordinal);

    private static readonly char[] s_wordEnds = [.. " ,.:;“”\"‘’'?!()|-–—"];

    /// <summary>The headline, and the block of the page that shows it where one does.</summary>
    public static (string Title, PageBlock? Block) Choose(HtmlFacts facts, LinkedArticle? linked, PageTree tree)
    {
        string site = HtmlText.Line(facts.Find("og:site_name", "application-name", "al:android:app_name"));
        List<string> declared = [];
        Add(linked is { IsArticle: true } ? linked.Headline : "");
        Add(facts.Find("og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title", "hdl"));
        if (facts.Title.Length > 0)
        {
            declared.Add(WithoutSite(WithoutName(facts.Title, site)));
        }

        PageBlock? shown = Shown(tree, declared);
        string title = shown?.Text ?? declared.Find(candidate => candidate.Length > 0) ?? "";
        return (title.Length <= MaxChars ? title : "", shown);

        void Add(string candidate)
        {
            if (HtmlText.Line(candidate) is { Length: > 0 } line)
            {
                declared.Add(WithoutName(line, site));
            }
        }
    }

    /// <summary>The share of the words of the shorter text that are in the longer one, 0 where they are too few.</summary>
    public static double Likeness(string first, string second)
    {
        (string inner, string outer) = first.Length < second.Length ? (first, second) : (second, first);
        if (inner.Length >= MinContainedChars && outer.Contains(inner, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        string[] a = Words(first);
        string[] b = Words(second);
        (a, b) = a.Length <= b.Length ? (a, b) : (b, a);
        if (a.Length < MinSharedWords)
        {
            return first.Length > 0 && first.Trim().Equals(second.Trim(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        int shared = 0;
        foreach (string word in a)
        {
            shared += Array.Exists(b, other => other.Equals(word, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
        }

        return (double)shared / a.Length;
    }

    private static string[] Words(string text) => text.Length > MaxChars
        ? []
        : text.Split(s_wordEnds, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The heading that says what the page says of itself; the only great heading where the page says nothing.</summary>
    private static PageBlock? Shown(PageTree tree, List<string> declared)
    {
        PageBlock? best = null;
        double bestLikeness = 0;
        PageBlock? only = null;
        int great = 0;
        foreach (PageBlock block in tree.Blocks)
        {
            bool isGreat = block.Heading == 1 || block.Node.Hints.HasFlag(PageHints.Headline);
            if ((block.Heading == 0 && !isGreat) || block.Text.Length > MaxChars)
            {
                continue;
            }

            great += isGreat ? 1 : 0;
            only = isGreat ? block : only;
            double likeness = declared.Count == 0 ? 0 : declared.Max(candidate => Likeness(candidate, block.Text)) + (isGreat ? 0.1 : 0);
            if (likeness >= MinShared && likeness > bestLikeness)
            {
                (best, bestLikeness) = (block, likeness);
            }
        }

        return best ?? (great == 1 && (declared.Count == 0 || only!.Text.Contains(' ')) && declared.Count <= 1 ? only : null);
    }

    private static string WithoutName(string title, string site)
    {
        if (site.Length == 0 || title.Length <= site.Length || !title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        string head = title[..^site.Length].TrimEnd(' ', '|', '-', '–', '—', ':', '»', '«', '·', '•', '‹', '›');
        return head.Length > 0 ? head : title;
    }

    /// <summary>Takes the name of the site from the end of a title, or from its beginning.</summary>
    private static string WithoutSite(string title)
    {
        string rest = title;
        while (LastJoint(rest) is > 0 and var joint)
        {
            string head = rest[..joint].Trim();
            string tail = rest[(joint + 3)..].Trim();
            if (Words(tail).Length <= MaxSiteWords && Words(head).Length >= MinHeadWords && Words(head).Length >= Words(tail).Length)
            {
                rest = head;
                continue;
            }

            return ReferenceEquals(rest, title) && Words(head).Length <= MaxFirstSiteWords && Words(tail).Length > MaxSiteWords ? tail : rest;
        }

        return rest;
    }

    private static int LastJoint(string title)
    {
        int last = -1;
        for (int at = 0; title.AsSpan(at).IndexOfAny(s_joints) is >= 0 and var next; at += next + 2)
        {
            last = at + next;
        }

        return last;
    }
}
