namespace ArmsClassifier.Feeds;

/// <summary>What a web page holds as an article: its text, and what it says of itself. Nothing is fetched and no script runs.</summary>
internal sealed record HtmlPage
{
    private const int MinBodyChars = 80;
    private const int MinDescriptionChars = 60;
    private const int MinListed = 3;
    private const double MuchLonger = 1.5;
    private const int LongerChars = 100;

    /// <summary>The headline without the name of the site, or empty.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The summary under the headline, or empty.</summary>
    public TextLine Standfirst { get; private init; } = new("", 0, 0);

    /// <summary>The paragraphs, subheadings and list items of the article, in reading order.</summary>
    public IReadOnlyList<TextLine> Lines { get; private init; } = [];

    /// <summary>When the article was published; null where the page does not say.</summary>
    public FeedDate? Published { get; private init; }

    /// <summary>Who wrote it, or empty.</summary>
    public string Author { get; private init; } = "";

    /// <summary>The page's own address, absolute, or empty.</summary>
    public string Link { get; private init; } = "";

    /// <summary>The addresses of the site's feeds that the page names: absolute, or as written where the page's own is not known.</summary>
    public IReadOnlyList<string> Feeds { get; private init; } = [];

    /// <summary>Why there is no text, or none but a summary; null where there is.</summary>
    public HtmlPageLack? Lack { get; private init; }

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page as text.</param>
    /// <param name="address">Where it was fetched from, or null.</param>
    public static HtmlPage Parse(string html, Uri? address)
    {
        var facts = new HtmlFacts();
        var tree = PageTree.Parse(HtmlSifter.Sift(html, facts));
        LinkedArticle? linked = LinkedData.Find(facts.LinkedData);
        (string title, PageBlock? shown) = HtmlTitle.Choose(facts, linked, tree);
        int teasers = PageZones.Mark(tree, shown);
        (List<PageBlock> body, PageBlock? standfirst) = MainText.Find(tree, shown);
        string link = Address(facts, linked, address);
        var page = new HtmlPage
        {
            Title = title,
            Standfirst = standfirst is null ? new TextLine("", 0, 0) : new TextLine(standfirst.Text, 0, standfirst.Number),
            Lines = body.ConvertAll(static block => new TextLine(block.Text, 0, block.Number)),
            Published = PageDate.Find(facts, linked, tree, shown, link),
            Author = PageAuthor.Find(facts, linked, tree),
            Link = link,
            Feeds = FeedsOf(facts, link),
        };
        return page.WithData(facts, linked, teasers, tree.Blocks.Count);
    }

    private static string Address(HtmlFacts facts, LinkedArticle? linked, Uri? address)
    {
        Uri? origin = Links.Address(facts.Find("base"), address) ?? address;
        ReadOnlySpan<string> candidates = [facts.Find("link:canonical"), facts.Find("og:url"), linked?.Address ?? "", facts.Find("twitter:url")];
        foreach (string candidate in candidates)
        {
            if (Links.Resolve(candidate, origin) is { Length: > 0 } link)
            {
                return link;
            }
        }

        return address is null ? "" : Links.Resolve(address.AbsoluteUri, null);
    }

    private static List<string> FeedsOf(HtmlFacts facts, string link)
    {
        Uri? page = Links.Address(link, null);
        Uri? origin = Links.Address(facts.Find("base"), page) ?? page;
        return facts.Feeds.ConvertAll(feed => Links.Resolve(feed, origin) is { Length: > 0 } address ? address : InputError.Excerpt(feed));
    }

    /// <summary>The page with the text that scripts hold, where its elements hold much less.</summary>
    private HtmlPage WithData(HtmlFacts facts, LinkedArticle? linked, int teasers, int blocks)
    {
        int shown = Chars(Lines) + Standfirst.Text.Length;
        List<string> lines = linked is null || linked.Body.Length == 0 ? [] : RunOnText.Paragraphs(linked.Body);
        if (lines.Sum(line => line.Length) > (shown * MuchLonger) + LongerChars)
        {
            return this with { Lines = lines.ConvertAll(static line => new TextLine(line, 0, 1)) };
        }

        bool isArticle = linked is { IsArticle: true } || facts.Find("og:type").Equals("article", StringComparison.OrdinalIgnoreCase);
        bool isList = teasers >= MinListed && (shown < MinBodyChars * 2 || (!isArticle && teasers * MinBodyChars > shown));
        if (shown >= MinBodyChars && !isList)
        {
            return this;
        }

        if (!isList && AppText.Find(facts.AppData) is { Count: > 0 } data && data.Sum(line => line.Length) > shown * MuchLonger)
        {
            return this with { Lines = data.ConvertAll(static line => new TextLine(line, 0, 1)) };
        }

        if (isList && !isArticle)
        {
            return this with { Lines = [], Lack = HtmlPageLack.List };
        }

        string description = HtmlText.Line(facts.Find("og:description", "description", "twitter:description"));
        if (isArticle && Title.Length > 0 && shown < MinBodyChars && description.Length >= MinDescriptionChars)
        {
            return this with { Standfirst = new TextLine(description, 0, 1), Lack = HtmlPageLack.SummaryOnly };
        }

        return shown > 0 ? this : this with { Lack = facts.HasFrames ? HtmlPageLack.Frames : blocks == 0 ? HtmlPageLack.Empty : HtmlPageLack.NoArticle };
    }

    private static int Chars(IReadOnlyList<TextLine> lines)
    {
        int chars = 0;
        foreach (TextLine line in lines)
        {
            chars += line.Text.Length;
        }

        return chars;
    }
}
