using System.Net;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>Gathers the content of one element: its text, and the markup in it as HTML.</summary>
internal sealed class FieldCapture
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _person = new();
    private readonly StringBuilder _mail = new();
    private readonly bool _isInline;
    private readonly int _maxChars;
    private bool _isBlank = true;

    /// <summary>Begins at the start tag of an element.</summary>
    /// <param name="elements">Where the element has just begun.</param>
    /// <param name="maxChars">What is beyond so many characters is left out.</param>
    public FieldCapture(XmlElements elements, int maxChars)
    {
        Element = elements.Element!;
        Depth = elements.Depth;
        Type = (elements.Attribute("type") ?? "").Trim().ToLowerInvariant();
        Mode = (elements.Attribute("mode") ?? "").Trim().ToLowerInvariant();
        Link = elements.Attribute("href") ?? elements.Attribute("url");
        Rel = (elements.Attribute("rel") ?? "").Trim().ToLowerInvariant();
        Source = elements.Attribute("src");
        Resource = elements.Attribute("resource");
        IsPermaLink = elements.Attribute("isPermaLink")?.Trim();
        _isInline = Type is "xhtml" || Type.EndsWith("+xml", StringComparison.Ordinal) || Mode == "xml";
        _maxChars = maxChars;
    }

    /// <summary>The element.</summary>
    public XmlElement Element { get; }

    /// <summary>Its depth.</summary>
    public int Depth { get; }

    /// <summary>Its attribute <c>type</c>.</summary>
    public string Type { get; }

    /// <summary>Its attribute <c>mode</c> (Atom 0.3).</summary>
    public string Mode { get; }

    /// <summary>Its attribute <c>href</c> or <c>url</c>, or null.</summary>
    public string? Link { get; }

    /// <summary>Its attribute <c>rel</c>.</summary>
    public string Rel { get; }

    /// <summary>Its attribute <c>src</c>, or null.</summary>
    public string? Source { get; }

    /// <summary>Its attribute <c>rdf:resource</c>, or null.</summary>
    public string? Resource { get; }

    /// <summary>Its attribute <c>isPermaLink</c>, or null.</summary>
    public string? IsPermaLink { get; }

    /// <summary>Whether there were elements inside it.</summary>
    public bool HasMarkup { get; private set; }

    /// <summary>Whether content was left out for its length.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The content: text with entities replaced, or where <see cref="HasMarkup"/>, HTML.</summary>
    public string Content => _text.ToString();

    /// <summary>The text of an element <c>name</c> or <c>value</c> inside, as people are named; otherwise that of <c>email</c>, or the content.</summary>
    public string Person => (_person.Length > 0 ? _person : _mail.Length > 0 ? _mail : _text).ToString();

    /// <summary>Takes text of the element, or of one inside it.</summary>
    /// <param name="text">The text with entities replaced.</param>
    /// <param name="element">The element that it stands in.</param>
    public void AddText(string text, XmlElement? element)
    {
        _isBlank = _isBlank && string.IsNullOrWhiteSpace(text);
        if (element != Element && !string.IsNullOrWhiteSpace(text) && element is { Name: "name" or "value" or "email" })
        {
            StringBuilder person = element.Name == "email" ? _mail : _person;
            Add(person, person.Length > 0 ? ", " + text : text);
        }

        Add(_text, _isInline ? WebUtility.HtmlEncode(text) : text);
    }

    /// <summary>Takes a start tag inside the element.</summary>
    public void AddStart(XmlElements elements)
    {
        // Text before the first element was text, not HTML, where the element declares markup; elsewhere it stays as it is.
        HasMarkup = true;
        Add(_text, "<" + HtmlName(elements.Element!));
        foreach ((string name, string value) in elements.Attributes)
        {
            if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
            {
                Add(_text, $" {name}=\"{WebUtility.HtmlEncode(value)}\"");
            }
        }

        Add(_text, ">");
    }

    /// <summary>Takes the end of an element inside the element.</summary>
    public void AddEnd(XmlElement element)
    {
        if (element.Name is not ("br" or "hr" or "img" or "input" or "wbr"))
        {
            Add(_text, "</" + HtmlName(element) + ">");
        }
    }

    /// <summary>What an element is in HTML: one of another vocabulary is a block where the field is declared as XML, otherwise part of a line.</summary>
    private string HtmlName(XmlElement element) =>
        HtmlElements.Of(element.Name) != HtmlElement.Unknown ? element.Name : _isInline ? "div" : "span";

    /// <summary>Whether nothing but blanks and tags was taken.</summary>
    public bool IsBlank => _isBlank;

    private void Add(StringBuilder target, string text)
    {
        if (target.Length + text.Length > _maxChars)
        {
            IsTooLong = true;
            return;
        }

        target.Append(text);
    }
}
