namespace ArmsClassifier.Feeds;

/// <summary>Finds who wrote a page.</summary>
internal static class PageAuthor
{
    private const int MaxChars = 200;
    private const int MaxShownWords = 12;

    private static readonly string[] s_openings = ["By ", "By: ", "Posted by ", "Written by ", "Reported by ", "Author: ", "From "];

    /// <summary>The author or authors, parted by commas, or empty.</summary>
    public static string Find(HtmlFacts facts, LinkedArticle? linked, PageTree tree)
    {
        ReadOnlySpan<string> candidates =
        [
            linked?.Author ?? "", facts.Find("author"), facts.Find("article:author"), facts.Find("parsely-author"), facts.Find("sailthru.author"),
            facts.Find("dc.creator"), facts.Find("dcterms.creator"), facts.Find("byl"), facts.Find("citation_author"),
        ];
        foreach (string candidate in candidates)
        {
            if (Clean(HtmlText.Line(candidate)) is { Length: > 0 } author)
            {
                return author;
            }
        }

        return OfBlocks(tree);
    }

    private static string OfBlocks(PageTree tree)
    {
        foreach (PageBlock block in tree.Blocks)
        {
            bool isSigned = block.Node.Hints.HasFlag(PageHints.Author) || (block.Node.Parent?.Hints.HasFlag(PageHints.Author) ?? false);
            if (isSigned && Clean(Name(block.Text)) is { Length: > 0 } author && author.Count(' ') < MaxShownWords)
            {
                return author;
            }
        }

        return "";
    }

    /// <summary>The names in a byline, without what stands behind them.</summary>
    private static string Name(string byline)
    {
        int end = byline.AsSpan().IndexOfAny("|•·");
        string name = (end < 0 ? byline : byline[..end]).Trim();
        return name.AsSpan().ContainsAnyInRange('0', '9') ? "" : name;
    }

    private static string Clean(string author)
    {
        author = author.Trim();
        string? opening = Array.Find(s_openings, opening => author.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        author = opening is null ? author : author[opening.Length..].Trim();
        bool isName = author.Length is > 1 and <= MaxChars && !author.Contains("://", StringComparison.Ordinal) && !author.Contains('@')
            && author.AsSpan().IndexOfAnyExcept(" ,.-") >= 0;
        return isName ? author.TrimEnd(',', ' ') : "";
    }
}
