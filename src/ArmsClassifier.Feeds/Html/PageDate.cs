namespace ArmsClassifier.Feeds;

/// <summary>Finds when a page was published: in its data, in the byline, or at last in its address.</summary>
internal static class PageDate
{
    private const int MaxBylineWeight = 200;
    private const int BlocksAbove = 8;
    private const int BlocksBelow = 12;
    private const int DateChars = 10;

    private static readonly string[] s_names =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datePublished", "parsely-pub-date",
        "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time", "date_published",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "dateCreated", "date",
        "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "bt:pubdate", "displaydate", "release_date",
        "originalpublicationdate", "article.published", "created", "time:pubdate",
    ];

    /// <summary>The date of publication, or null.</summary>
    public static FeedDate? Find(HtmlFacts facts, LinkedArticle? linked, PageTree tree, PageBlock? headline, string link)
    {
        if (FeedDate.Parse(linked?.Published) is { } told)
        {
            return told;
        }

        foreach (string name in s_names)
        {
            if (FeedDate.Parse(facts.Find(name)) is { } date)
            {
                return date;
            }
        }

        return FeedDate.Parse(facts.Find("time")) ?? OfByline(tree, headline) ?? OfAddress(link);
    }

    private static FeedDate? OfByline(PageTree tree, PageBlock? headline)
    {
        int at = headline is null ? 0 : tree.Blocks.IndexOf(headline);
        int end = Math.Min(tree.Blocks.Count, at + 1 + BlocksBelow);
        for (int i = Math.Max(0, headline is null ? at : at - BlocksAbove); i < end; i++)
        {
            PageBlock block = tree.Blocks[i];
            if (block.Weight <= MaxBylineWeight && (block.Node.Hints.HasFlag(PageHints.Byline) || Byline.Is(new PageLine(block.Text, block.Number, 0)))
                && NewsDate.Find(block.Text) is { } date)
            {
                return new FeedDate(date, null);
            }
        }

        return null;
    }

    /// <summary>The date in a path such as <c>/2024/05/17/</c>.</summary>
    private static FeedDate? OfAddress(string link)
    {
        for (int i = 0; i + DateChars < link.Length; i++)
        {
            ReadOnlySpan<char> date = link.AsSpan(i + 1, DateChars);
            bool isWhole = i + 1 + DateChars == link.Length || !char.IsAsciiDigit(link[i + 1 + DateChars]);
            if (link[i] is '/' or '-' or '_' && date[4] is '/' or '-' or '_' && date[7] == date[4] && isWhole
                && IsNumber(date[..4]) && IsNumber(date[5..7]) && IsNumber(date[8..])
                && NewsDate.Find($"{date[..4]}-{date[5..7]}-{date[8..]}") is { } found)
            {
                return new FeedDate(found, null);
            }
        }

        return null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
