using System.Globalization;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Takes from a page what is no text (scripts, styles, forms, looks) before it is parsed, keeps aside what describes it, and sees to it that
/// elements are closed in order and nested to a bounded depth: a parser takes time that grows with depth, and pages can be hostile.
/// </summary>
internal sealed class HtmlSifter
{
    /// <summary>Deepest nesting of elements that is passed on; what is nested deeper keeps its text and loses its tags.</summary>
    public const int MaxDepth = 200;

    /// <summary>Attribute of a sifted tag: class, identifier and role of the element.</summary>
    public const string HintAttribute = "h";

    /// <summary>Attribute of a sifted tag: line of the source on which the tag begins.</summary>
    public const string LineAttribute = "l";

    /// <summary>Attribute of a sifted tag: <c>itemprop</c>.</summary>
    public const string ItemAttribute = "i";

    /// <summary>Attribute of a sifted tag: the element is hidden.</summary>
    public const string HiddenAttribute = "x";

    private const string Parted = "<br><br>\n";
    private const int MaxHintChars = 400;
    private const int MaxDataChars = 16 << 20;

    private readonly StringBuilder _html = new();
    private readonly StringBuilder _hints = new();
    private readonly List<Open> _open = [];
    private readonly Action<int> _closeTo;
    private readonly HtmlFacts _facts;
    private int _overflow;
    private int _line = 1;
    private int _counted;
    private bool _skips = true;

    private HtmlSifter(HtmlFacts facts) => (_facts, _closeTo) = (facts, CloseTo);

    /// <summary>The body of a page, with none but the attributes above.</summary>
    /// <param name="html">The page.</param>
    /// <param name="facts">Receives what the page says of itself.</param>
    public static string Sift(ReadOnlySpan<char> html, HtmlFacts facts)
    {
        var sifter = new HtmlSifter(facts);
        sifter.Read(html);
        return sifter._html.ToString();
    }

    private void Read(ReadOnlySpan<char> html)
    {
        var tokens = new HtmlTokens(html);
        while (tokens.TryRead())
        {
            _line += html[_counted..tokens.Start].Count('\n');
            _counted = tokens.Start;
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                AddText(tokens.Value);
            }
            else if (tokens.Kind == HtmlTokenKind.Close)
            {
                Close(tokens.Name);
            }
            else if (tokens.Kind == HtmlTokenKind.Open)
            {
                ReadOpen(ref tokens);
            }
        }
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is >= 0 and var bracket)
        {
            _html.Append(text[..bracket]).Append("&lt;");
            text = text[(bracket + 1)..];
        }

        _html.Append(text);
    }

    private void ReadOpen(ref HtmlTokens tokens)
    {
        ReadOnlySpan<char> name = tokens.Name;
        HtmlElement element = HtmlElements.Of(name);
        if (element.HasFlag(HtmlElement.Raw))
        {
            HtmlAttributes attributes = tokens.Attributes;
            ReadOnlySpan<char> content = tokens.Value.EndsWith('/') ? [] : tokens.SkipRaw(name);
            if (Is(name, "script") && content.Length <= MaxDataChars)
            {
                _facts.AddScript(attributes, content);
            }
        }
        else if (Is(name, "title"))
        {
            _facts.AddTitle(tokens.SkipRaw(name));
        }
        else if (element.HasFlag(HtmlElement.Unread))
        {
            _skips = _skips && tokens.TrySkip(name);
        }
        else if (element.HasFlag(HtmlElement.Break))
        {
            AddTag("br", default);
        }
        else if (element.HasFlag(HtmlElement.Void))
        {
            _facts.AddTag(name, tokens.Attributes);
            if (element.HasFlag(HtmlElement.Block))
            {
                AddTag("hr", default);
            }
            else
            {
                _html.Append(' ');
            }
        }
        else if (element != HtmlElement.Look && !Is(name, "html") && !Is(name, "head") && !Is(name, "body") && !Is(name, "frameset"))
        {
            OpenElement(name, element, ref tokens);
        }
        else if (Is(name, "html") || Is(name, "body"))
        {
            _facts.AddTag(name, tokens.Attributes);
        }
    }

    private void OpenElement(ReadOnlySpan<char> name, HtmlElement element, ref HtmlTokens tokens)
    {
        bool isLink = Is(name, "a");
        bool isUnknown = element == HtmlElement.Unknown;
        if (isUnknown && !name.Contains('-'))
        {
            return;
        }

        HtmlAttributes attributes = tokens.Attributes;
        _facts.AddTag(name, attributes);
        if (isLink && (attributes.Find("href") is null || !tokens.IsLinkClosed()))
        {
            return;
        }

        if (element.HasFlag(HtmlElement.Block))
        {
            HtmlNesting.CloseImplied(_open, name, _closeTo);
        }
        else if (isLink)
        {
            Close(name);
        }

        string known = isUnknown ? "span" : HtmlElements.NameOf(name) is var plain && plain is "noframes" or "listing" or "multicol" or "dir" ? "div" : plain;
        if (_open.Count >= MaxDepth)
        {
            // Tags so deep would only nest deeper; what they part stays parted.
            _overflow += element.HasFlag(HtmlElement.Block) && HtmlNesting.HasImpliedEnd(known) ? 0 : 1;
            _html.Append(element.HasFlag(HtmlElement.Block) && _html[^1] != Parted[^1] ? Parted : "");
            return;
        }

        string written = isUnknown ? name.ToString().ToLowerInvariant() : HtmlElements.NameOf(name);
        bool isPlain = element == HtmlElement.Inline && !isLink || isUnknown;
        bool isWritten = AddTag(known, tokens.Attributes, skipsPlain: isPlain);
        _open.Add(new Open(written, known, element.HasFlag(HtmlElement.Block), isWritten));
    }

    private void Close(ReadOnlySpan<char> name)
    {
        HtmlElement element = HtmlElements.Of(name);
        if (element.HasFlag(HtmlElement.Break) || (Is(name, "p") && !HtmlNesting.IsOpen(_open, name)))
        {
            AddTag("br", default);
            return;
        }

        if (_overflow > 0 && element is HtmlElement.Inline or HtmlElement.Block && !HtmlNesting.HasImpliedEnd(name))
        {
            _overflow--;
            return;
        }

        int at = HtmlNesting.FindClosed(_open, name);
        if (at < 0)
        {
            return;
        }

        // A link that ends inside of blocks which it holds: they go on without it.
        List<Open> kept = Is(name, "a") ? _open.GetRange(at + 1, _open.Count - at - 1).FindAll(static open => open.IsBlock) : [];
        CloseTo(at);
        foreach (Open open in kept)
        {
            _open.Add(open with { IsWritten = AddTag(open.Tag, default) });
        }
    }

    /// <summary>Closes the elements from a place in the list of open ones on.</summary>
    private void CloseTo(int at)
    {
        for (int i = _open.Count - 1; i >= at; i--)
        {
            if (_open[i].IsWritten)
            {
                _html.Append("</").Append(_open[i].Tag).Append('>');
            }
        }

        _open.RemoveRange(at, _open.Count - at);
    }

    /// <summary>Writes a start tag; false where it has no attribute that counts and is therefore left out.</summary>
    private bool AddTag(string name, HtmlAttributes attributes, bool skipsPlain = false)
    {
        int begin = _html.Length;
        _html.Append('<').Append(name);
        int bare = _html.Length;
        StringBuilder hints = _hints.Clear();
        while (attributes.TryRead())
        {
            if (IsHint(attributes.Name) && hints.Length + attributes.Value.Length < MaxHintChars)
            {
                hints.Append(' ').Append(attributes.Value);
            }
            else if (Is(attributes.Name, "itemprop"))
            {
                AddAttribute(ItemAttribute, attributes.Value);
            }
            else if (IsHiding(attributes.Name, attributes.Value))
            {
                AddAttribute(HiddenAttribute, "");
            }
            else if (Is(attributes.Name, "rel") && Is(attributes.Value, "author"))
            {
                hints.Append(" author");
            }
        }

        if (hints.Length > 0)
        {
            AddAttribute(HintAttribute, hints.ToString());
        }

        if (skipsPlain && _html.Length == bare)
        {
            _html.Length = begin;
            return false;
        }

        AddAttribute(LineAttribute, _line.ToString(CultureInfo.InvariantCulture));
        _html.Append('>');
        return true;
    }

    private void AddAttribute(string name, ReadOnlySpan<char> value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        foreach (char c in value[..Math.Min(value.Length, MaxHintChars)])
        {
            _html.Append(c is '"' or '&' or '<' or '>' || char.IsControl(c) ? ' ' : c);
        }

        _html.Append('"');
    }

    private static bool IsHint(ReadOnlySpan<char> name) =>
        Is(name, "class") || Is(name, "id") || Is(name, "role") || Is(name, "data-testid") || Is(name, "data-component")
        || Is(name, "data-gu-name") || Is(name, "data-module") || Is(name, "data-type") || Is(name, "name");

    private static bool IsHiding(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        Is(name, "hidden")
        || (Is(name, "aria-hidden") && Is(value, "true"))
        || (Is(name, "style") && value.Contains("none", StringComparison.OrdinalIgnoreCase)
            && value.Contains("display", StringComparison.OrdinalIgnoreCase));

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>An element that is open.</summary>
    /// <param name="Name">Its name, in small letters.</param>
    /// <param name="Tag">The name of the tag that is passed on for it.</param>
    /// <param name="IsBlock">Whether its text stands on lines of its own.</param>
    /// <param name="IsWritten">Whether its tag was passed on.</param>
    internal readonly record struct Open(string Name, string Tag, bool IsBlock, bool IsWritten);
}
