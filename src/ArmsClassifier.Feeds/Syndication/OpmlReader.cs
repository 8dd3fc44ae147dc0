using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads OPML. A list of feeds holds no articles, which a warning says; an outline that names pages gives an article with a title for each.
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
        int feeds = 0;
        bool isTold = false;
        while (elements.Read())
        {
            if (elements.Kind != XmlTokenKind.Start || elements.Element is not { IsCore: true, Name: "outline" } || Outline(elements) is not { } outline)
            {
                continue;
            }

            feeds += outline.Kind == AddressKind.Feed ? 1 : 0;
            if (outline.Kind != AddressKind.Page || outline.Title.Length == 0)
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

        if (!isTold)
        {
            yield return InputError.Note(source, document.Remark("read as OPML without articles"));
        }

        if (feeds > 0)
        {
            string list = feeds == 1 ? "the address of a feed" : string.Create(CultureInfo.InvariantCulture, $"a list of {feeds} feeds");
            yield return InputError.Warning(source, 0, list, "articles", "fetch the feeds and read those");
        }

        if (!troubles.IsEmpty)
        {
            yield return troubles.ToWarning(source, "well-formed XML");
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
