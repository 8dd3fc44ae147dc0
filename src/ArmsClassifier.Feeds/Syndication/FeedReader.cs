using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads XML feeds of every kind by what their elements are called, whatever the version says, one item at a time. A broken feed gives what can
/// be saved of it and one warning.
/// </summary>
internal sealed class FeedReader
{
    private readonly OpenedDocument _document;
    private readonly ReaderOptions _options;
    private readonly XmlTroubles _troubles = new();
    private readonly LenientUtf8 _utf8 = new();
    private readonly XmlElements _elements;
    private readonly ArticleIds _ids = new();
    private FeedKind? _kind;
    private FeedItem? _item;
    private FieldCapture? _field;
    private string _feedAuthor = "";
    private Uri? _site;
    private int _empty;
    private int _emptyLine;

    private FeedReader(OpenedDocument document, ReaderOptions options)
    {
        _document = document;
        _options = options;
        _elements = new XmlElements(document.OpenText(_utf8), document.Source.Address, _troubles);
    }

    private string Source => _document.Source.Name;

    /// <summary>The articles of a feed, with a note on what it was read as; a document that is no feed is one error.</summary>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options) => new FeedReader(document, options).Read();

    private IEnumerable<DocumentItem> Read()
    {
        bool isTold = false;
        while (_elements.Read())
        {
            if (Take() is { } read)
            {
                if (!isTold)
                {
                    isTold = true;
                    yield return InputError.Note(Source, _document.Remark("read as " + _kind?.Name));
                }

                yield return read;
            }
        }

        if (!isTold && _kind is not null)
        {
            yield return InputError.Note(Source, _document.Remark($"read as {_kind.Name} without articles"));
        }

        foreach (DocumentItem remark in Remarks())
        {
            yield return remark;
        }
    }

    private IEnumerable<DocumentItem> Remarks()
    {
        if (_kind is null)
        {
            yield return InputError.Item(Source, 0, "no feed", "RSS, RDF or Atom", "check that the address or file is the feed itself, not a page about it");
            yield break;
        }

        if (_utf8.HasReplaced)
        {
            _troubles.Add("bytes that are not UTF-8, read as windows-1252", 1);
        }
        else if (_document.Charset.Trouble.Length > 0)
        {
            _troubles.Add(_document.Charset.Trouble, 1);
        }

        bool isBroken = !_troubles.IsEmpty;
        if (_empty > 0 && _kind.IsList)
        {
            yield return InputError.Warning(
                Source, _emptyLine, $"{_empty} addresses without a title", "articles", "fetch the pages and read those");
        }
        else if (_empty > 0)
        {
            _troubles.Add(_empty == 1 ? "an item without title and text" : $"{_empty} items without title and text", _emptyLine);
        }

        if (_ids.Doubles > 0)
        {
            _troubles.Add(_ids.Doubles == 1 ? "an identifier given to two items" : $"{_ids.Doubles} items with the identifier of another", 1);
        }

        if (!_troubles.IsEmpty)
        {
            yield return _troubles.ToWarning(Source, isBroken ? "well-formed XML" : "a title or text and an identifier of its own in every item");
        }
    }

    private DocumentItem? Take()
    {
        switch (_elements.Kind)
        {
            case XmlTokenKind.Start:
                Begin();
                return null;
            case XmlTokenKind.End:
                return End();
            default:
                _field?.AddText(_elements.Text, _elements.Element);
                return null;
        }
    }

    private void Begin()
    {
        XmlElement element = _elements.Element!;
        _kind ??= element.IsCore || element.Name == "rdf" ? FeedKind.Of(_elements) : null;
        _site ??= _elements.Depth == 1 ? Links.Address(_elements.Attribute("base"), element.Base) : null;
        bool isItem = element.IsCore && element.Name == _kind?.ItemName;
        if (_item is not null && isItem && !IsInMarkup())
        {
            _elements.CloseBefore(_item.Depth - 1);
        }
        else if (_field is not null)
        {
            BeginInside(element);
        }
        else if (isItem)
        {
            _item = new FeedItem(_elements, _site);
        }
        else if (_item is null ? IsFeedField(element) : IsField(element, _item))
        {
            _field = new FieldCapture(_elements, _options.MaxItemBytes);
        }
    }

    /// <summary>An element inside a field: markup, or a field that follows one whose end tag is missing.</summary>
    private void BeginInside(XmlElement element)
    {
        bool isNext = _item is not null && FeedItem.IsSimple(_field!.Element.Key) && element.Vocabulary != XmlVocabulary.Html
            && FeedItem.IsField(element.Key) && !_field.Type.Contains("xhtml", StringComparison.Ordinal);
        if (isNext)
        {
            _elements.CloseBefore(_field!.Depth - 1);
        }
        else
        {
            _field!.AddStart(_elements);
        }
    }

    /// <summary>Whether an element named item or entry is part of the text of a field rather than the next item.</summary>
    private bool IsInMarkup() => _field is not null && (_field.Type.Contains("xml", StringComparison.Ordinal) || _field.Element.Key == "content:items");

    private bool IsField(XmlElement element, FeedItem item)
    {
        int below = _elements.Depth - item.Depth;
        return (below == 1 && FeedItem.IsField(element.Key))
            || (element.Vocabulary is "media" or "news" && FeedItem.IsField(element.Key))
            || IsSourceAuthor(element, below);
    }

    private bool IsSourceAuthor(XmlElement element, int below) =>
        below == 2 && element is { IsCore: true, Name: "author" } && _elements.At(_elements.Depth - 2) is { IsCore: true, Name: "source" };

    /// <summary>Whether an element names the author or the site of a whole feed.</summary>
    private bool IsFeedField(XmlElement element) =>
        element.Key is "author" or "dc:creator" or "link" && _elements.Depth >= 2 && _elements.At(_elements.Depth - 2).Name is "feed" or "channel";

    private DocumentItem? End()
    {
        if (_field is not null && _elements.Depth == _field.Depth - 1)
        {
            EndField(_field);
            _field = null;
        }
        else if (_field is not null)
        {
            _field.AddEnd(_elements.Element!);
        }

        if (_item is not { } item || _elements.Depth != item.Depth - 1)
        {
            return null;
        }

        _item = null;
        return ToDocumentItem(item);
    }

    private void EndField(FieldCapture field)
    {
        if (_item is null && field.Element.Name == "link")
        {
            bool isSite = field.Rel is "" or "alternate" or "self";
            _site ??= isSite ? Links.Address(field.IsBlank ? field.Link : field.Content, field.Element.Base) : null;
        }
        else if (_item is null)
        {
            _feedAuthor = _feedAuthor.Length > 0 ? _feedAuthor : AuthorName.Of(field);
        }
        else if (field.Depth == _item.Depth + 2 && field.Element.IsCore)
        {
            _item.TakeSourceAuthor(field);
        }
        else
        {
            _item.Take(field, _kind?.IsAtom ?? false);
        }
    }

    private DocumentItem? ToDocumentItem(FeedItem item)
    {
        if (item.IsTooLong)
        {
            return InputError.Item(
                Source, item.Line, "too long an item", $"at most {_options.MaxItemBytes} characters a field", "leave it out, or raise MaxItemBytes");
        }

        IReadOnlyList<Passage> passages = ArticleText.Passages(item.Title, item.Lines, item.Line, _options);
        if (passages.Count == 0)
        {
            _empty++;
            _emptyLine = _empty == 1 ? item.Line : _emptyLine;
            return null;
        }

        return new DocumentItem(new Article
        {
            Id = _ids.Take(item.Id, item.Link, string.Create(CultureInfo.InvariantCulture, $"{Source}#{item.Line}")),
            Source = Source,
            Line = item.Line,
            Title = item.Title,
            Date = item.Date?.Date,
            Published = item.Date?.Moment,
            Link = item.Link,
            Author = item.Author.Length > 0 ? item.Author : _feedAuthor,
            Passages = passages,
        });
    }
}
