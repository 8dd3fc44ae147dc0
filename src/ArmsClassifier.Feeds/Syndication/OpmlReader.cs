namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads OPML. The feeds of a list are fetched where there is a way to the web; an outline that names pages gives an article with a title for each.
/// </summary>
internal static class OpmlReader
{
    /// <summary>The articles of an outline.</summary>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options)
    {
        string source = document.Source.Name;
        var troubles = new XmlTroubles();
        var elements = new XmlElements(document.OpenText(new LenientUtf8()), document.Source.Address, troubles);
        var ids = new ArticleIds();
        var feeds = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        bool isTold = false;
        while (elements.Read())
        {
            if (elements.Kind != XmlTokenKind.Start || elements.Element is not { IsCore: true, Name: "outline" })
            {
                continue;
            }

            ListedAddress? outline = Outline(elements);
            if (Feed(elements, outline) is { Length: > 0 } feed)
            {
                if (known.Add(feed))
                {
                    feeds.Add(feed);
                }

                continue;
            }

            if (outline is not { Kind: AddressKind.Page, Title.Length: > 0 })
            {
                continue;
            }

            if (!isTold)
            {
                isTold = true;
                yield return InputError.Note(source, document.Remark("read as OPML"));
            }

            yield return ToItem(outline, source, ids, elements, options);
        }

        if (!isTold && feeds.Count == 0)
        {
            yield return InputError.Note(source, document.Remark("read as OPML without articles"));
        }

        if (!troubles.IsEmpty)
        {
            yield return troubles.ToWarning(source, "well-formed XML");
        }

        foreach (DocumentItem item in feeds.Count > 0 ? FeedList.Read(document.Source, feeds, options) : [])
        {
            yield return item;
        }
    }

    /// <summary>What the outline that has just begun leads to, or null where it is only a heading.</summary>
    public static ListedAddress? Outline(XmlElements elements)
    {
        string title = FieldText.OneLine(string.Join(' ', HtmlText.Lines(elements.Attribute("title") ?? elements.Attribute("text") ?? "")));
        Uri? origin = elements.Element!.Base;
        string feed = Links.Resolve(elements.Attribute("xmlUrl"), origin);
        string type = elements.Attribute("type")?.Trim() ?? "";
        string page = FirstOf(Links.Resolve(elements.Attribute("url"), origin), Links.Resolve(elements.Attribute("htmlUrl"), origin));
        FeedDate? date = FeedDate.Parse(elements.Attribute("created") ?? elements.Attribute("pubDate"));
        bool isFeed = feed.Length > 0 || type.Equals("rss", StringComparison.OrdinalIgnoreCase) || type.Equals("atom", StringComparison.OrdinalIgnoreCase);
        bool isList = type.Equals("include", StringComparison.OrdinalIgnoreCase);
        string link = FirstOf(feed, page);
        return link.Length == 0 || isList ? null : new ListedAddress(link, title, isFeed ? AddressKind.Feed : AddressKind.Page, date?.Moment);
    }

    /// <summary>The address of a feed, also one that cannot be fetched, so that it is told of; otherwise null.</summary>
    private static string? Feed(XmlElements elements, ListedAddress? outline) =>
        outline is { Kind: AddressKind.Feed } ? outline.Link : elements.Attribute("xmlUrl")?.Trim();

    private static string FirstOf(string first, string second) => first.Length > 0 ? first : second;

    private static DocumentItem ToItem(ListedAddress outline, string source, ArticleIds ids, XmlElements elements, ReaderOptions options)
    {
        int line = elements.Element!.Line;
        IReadOnlyList<string> text = HtmlText.Lines(elements.Attribute("description") ?? "");
        return new DocumentItem(new Article
        {
            Id = ids.Take("", outline.Link, ""),
            Source = source,
            Line = line,
            Title = outline.Title,
            Date = outline.Changed is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null,
            Published = outline.Changed,
            Link = outline.Link,
            Passages = ArticleText.Passages(outline.Title, text, line, options),
        });
    }
}
