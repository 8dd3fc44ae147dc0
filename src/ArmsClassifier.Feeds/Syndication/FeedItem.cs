namespace ArmsClassifier.Feeds;

/// <summary>One item of a feed while it is read: what its fields say, and which of them counts.</summary>
internal sealed class FeedItem
{
    private readonly Uri? _site;
    private readonly string _about;

    private readonly List<string> _authors = [];
    private FeedDate? _published;
    private FeedDate? _updated;
    private int _publishedRank = int.MaxValue;
    private int _updatedRank = int.MaxValue;
    private IReadOnlyList<string> _full = [];
    private IReadOnlyList<string> _summary = [];
    private int _summaryRank = int.MaxValue;
    private int _titleRank = int.MaxValue;
    private string _link = "";
    private int _linkRank = int.MaxValue;
    private int _authorRank = int.MaxValue;

    /// <summary>Begins at the start tag of an item.</summary>
    /// <param name="elements">Where the item has just begun.</param>
    /// <param name="site">What relative addresses are relative to where nothing nearer says so, or null.</param>
    public FeedItem(XmlElements elements, Uri? site)
    {
        XmlElement element = elements.Element!;
        _site = site;
        _about = Links.Resolve(elements.Attribute("about") ?? elements.Attribute("href"), element.Base ?? site);
        _updated = FeedDate.Parse(elements.Attribute("lastmod"));
        Depth = elements.Depth;
        Line = element.Line;
    }

    /// <summary>Depth of the item's element.</summary>
    public int Depth { get; }

    /// <summary>Line of its start tag.</summary>
    public int Line { get; }

    /// <summary>The identifier that the feed gives, or empty.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The title, or empty.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The absolute address, or empty.</summary>
    public string Link => _link.Length > 0 ? _link : _about;

    /// <summary>The authors, or empty.</summary>
    public string Author => string.Join(", ", _authors);

    /// <summary>When it was published; where that is not said, when it was changed.</summary>
    public FeedDate? Date => _published ?? _updated;

    /// <summary>The full text where it is at least as long as the summary; otherwise the summary.</summary>
    public IReadOnlyList<string> Lines => Chars(_full) > 0 && Chars(_full) >= Chars(_summary) ? _full : _summary;

    /// <summary>Whether a field was cut for its length.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether an element can say something about an article.</summary>
    /// <param name="key">The element as <see cref="XmlElement.Key"/> names it.</param>
    public static bool IsField(string key) => key is
        "title" or "dc:title" or "media:title" or "itunes:title" or "news:title"
        or "link" or "guid" or "id" or "feedburner:origlink" or "pheedo:origlink" or "l:link" or "origlink" or "loc"
        or "pubdate" or "published" or "issued" or "created" or "updated" or "modified" or "date" or "dc:date" or "dcterms:issued" or "dcterms:date"
        or "dcterms:created" or "dcterms:modified" or "dcterms:available" or "pubdatetime" or "lastbuilddate" or "news:publication_date" or "lastmod"
        or "author" or "dc:creator" or "itunes:author" or "dc:author" or "creator" or "dc:contributor"
        or "content:encoded" or "content" or "xhtml:body" or "xhtml:div" or "body" or "fullitem" or "fulltext" or "full-text" or "yandex:full-text" or "encoded"
        or "description" or "summary" or "itunes:summary" or "itunes:subtitle" or "media:description" or "media:text" or "dc:description" or "dcterms:abstract"
        or "abstract" or "tagline" or "content:items";

    /// <summary>Whether a field holds plain words only, so that another field inside it means that its end tag is missing.</summary>
    public static bool IsSimple(string key) => key is
        "title" or "link" or "guid" or "id" or "pubdate" or "published" or "issued" or "updated" or "modified" or "category" or "comments"
        or "dc:date" or "dc:creator" or "dc:title" or "dc:subject";

    /// <summary>Takes a field that has ended.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isAtom">Whether the document is Atom.</param>
    public void Take(FieldCapture field, bool isAtom)
    {
        IsTooLong |= field.IsTooLong;
        string key = field.Element.Key;
        switch (key)
        {
            case "title" or "dc:title" or "news:title" or "itunes:title" or "media:title":
                TakeTitle(field, isAtom, key is "title" or "news:title" ? 0 : key == "dc:title" ? 1 : 2);
                break;
            case "link" or "guid" or "id" or "feedburner:origlink" or "pheedo:origlink" or "origlink" or "l:link" or "loc":
                TakeLink(field, key);
                break;
            case "author" or "dc:creator" or "itunes:author" or "dc:author" or "creator" or "dc:contributor":
                TakeAuthor(field, key);
                break;
            case "content:encoded" or "content" or "xhtml:body" or "xhtml:div" or "body" or "fullitem" or "fulltext" or "full-text" or "yandex:full-text"
                or "encoded" or "content:items":
                TakeFull(field, isAtom);
                break;
            case "description" or "summary" or "itunes:summary" or "itunes:subtitle" or "media:description" or "media:text" or "dc:description"
                or "dcterms:abstract" or "abstract" or "tagline":
                TakeSummary(field, isAtom, key);
                break;
            default:
                TakeDate(field, key);
                break;
        }
    }

    /// <summary>Takes the author of a work that the item was copied from, where the item names none.</summary>
    public void TakeSourceAuthor(FieldCapture field) => TakeAuthor(field, "source");

    private void TakeTitle(FieldCapture field, bool isAtom, int rank)
    {
        string title = rank < _titleRank ? FieldText.Line(field, isAtom) : "";
        if (title.Length > 0)
        {
            (Title, _titleRank) = (title, rank);
        }
    }

    private void TakeSummary(FieldCapture field, bool isAtom, string key)
    {
        int rank = key is "description" or "summary" ? 0 : key is "itunes:subtitle" ? 2 : 1;
        IReadOnlyList<string> lines = rank <= _summaryRank ? FieldText.Lines(field, isAtom) : [];
        if (lines.Count > 0 && (rank < _summaryRank || Chars(lines) > Chars(_summary)))
        {
            (_summary, _summaryRank) = (lines, rank);
        }
    }

    private void TakeFull(FieldCapture field, bool isAtom)
    {
        if (field.Source is not null && field.IsBlank)
        {
            SetLink(field.Source, field, 6);
            return;
        }

        IReadOnlyList<string> lines = FieldText.Lines(field, isAtom && field.Element.Key == "content");
        _full = Chars(lines) > Chars(_full) ? lines : _full;
    }

    private void TakeDate(FieldCapture field, string key)
    {
        (int rank, bool isUpdate) = key switch
        {
            "pubdate" or "published" or "news:publication_date" => (0, false),
            "issued" or "pubdatetime" => (1, false),
            "dc:date" or "dcterms:issued" or "date" or "dcterms:date" or "dcterms:available" => (2, false),
            "created" or "dcterms:created" => (3, false),
            "updated" => (0, true),
            "modified" or "dcterms:modified" or "lastmod" => (1, true),
            _ => (2, true),
        };
        if (rank >= (isUpdate ? _updatedRank : _publishedRank) || FeedDate.Parse(field.Content) is not { } date)
        {
            return;
        }

        if (isUpdate)
        {
            (_updated, _updatedRank) = (date, rank);
        }
        else
        {
            (_published, _publishedRank) = (date, rank);
        }
    }

    private void TakeLink(FieldCapture field, string key)
    {
        string text = LineBreaks.Trim(field.Content).ToString();
        switch (key)
        {
            case "guid" or "id":
                Id = Id.Length == 0 ? text : Id;
                bool isPermaLink = key == "guid" && !string.Equals(field.IsPermaLink, "false", StringComparison.OrdinalIgnoreCase);
                if (Links.Address(text, null) is not null)
                {
                    SetLink(text, field, isPermaLink ? 4 : 7);
                }

                break;
            case "feedburner:origlink" or "pheedo:origlink" or "origlink":
                SetLink(text, field, 0);
                break;
            case "l:link":
                SetLink(field.Resource, field, 5);
                break;
            case "loc":
                SetLink(text, field, 1);
                break;
            default:
                TakeAnchor(field, text);
                break;
        }
    }

    /// <summary>An element <c>link</c>: an address as its text, or Atom's attributes.</summary>
    private void TakeAnchor(FieldCapture field, string text)
    {
        bool isAlternate = field.Rel is "" or "alternate" || field.Rel.EndsWith("#alternate", StringComparison.Ordinal) || field.Rel.EndsWith("/alternate", StringComparison.Ordinal);
        if (isAlternate)
        {
            bool isPage = field.Type.Length == 0 || field.Type.Contains("html", StringComparison.Ordinal);
            SetLink(text.Length > 0 ? text : field.Link ?? field.Resource, field, text.Length > 0 ? 1 : isPage ? 2 : 3);
        }
    }

    private void SetLink(string? reference, FieldCapture field, int rank)
    {
        if (rank < _linkRank && Links.Resolve(reference, field.Element.Base ?? _site) is { Length: > 0 } link)
        {
            (_link, _linkRank) = (link, rank);
        }
    }

    private void TakeAuthor(FieldCapture field, string key)
    {
        int rank = key switch
        {
            "dc:creator" or "creator" or "dc:author" => 0,
            "author" => field.Element.Vocabulary.Length == 0 ? 1 : 2,
            "itunes:author" => 2,
            "dc:contributor" => 4,
            _ => 3,
        };
        string name = AuthorName.Of(field);
        if (name.Length == 0 || rank > _authorRank)
        {
            return;
        }

        if (rank < _authorRank)
        {
            _authors.Clear();
            _authorRank = rank;
        }

        if (!_authors.Contains(name))
        {
            _authors.Add(name);
        }
    }

    private static int Chars(IReadOnlyList<string> lines)
    {
        int chars = 0;
        foreach (string line in lines)
        {
            chars += line.Length;
        }

        return chars;
    }
}
