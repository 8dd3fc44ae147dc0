using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Follows the elements of a document: resolves names and base addresses, and puts every end tag to its start tag. What is not closed is closed
/// where an element around it ends; an end tag without start is passed over. Every element that begins is told to end.
/// </summary>
internal sealed class XmlElements(TextReader reader, Uri? address, XmlTroubles troubles)
{
    /// <summary>Elements nested deeper than this are passed over, their text is kept.</summary>
    private const int MaxDepth = 256;

    private const int MaxPrefixes = 64;

    private static readonly Dictionary<string, string> s_noNamespaces = [];

    /// <summary>Elements of HTML that hold nothing and are often not closed. Those that a feed knows by the same name are not among them.</summary>
    private static readonly FrozenSet<string> s_void = FrozenSet.Create(StringComparer.Ordinal, "br", "hr", "img", "input", "wbr", "embed", "area", "col");

    private readonly XmlTokenizer _tokens = new(reader, troubles);
    private readonly List<XmlElement> _open = [];
    private int _toClose;
    private bool _isHeld;
    private bool _hasRoot;

    /// <summary>
    /// Whether the first element is known by the address that its prefix is bound to, so that names without prefix are those of another vocabulary.
    /// </summary>
    private bool _isPrefixed;

    /// <summary>Hashes of the tags that are nested too deep, to know their end tags by.</summary>
    private readonly List<int> _tooDeep = [];

    /// <summary>What was read.</summary>
    public XmlTokenKind Kind { get; private set; }

    /// <summary>The element that began or ended; of a text, the element that it stands in, or null.</summary>
    public XmlElement? Element { get; private set; }

    /// <summary>The text.</summary>
    public string Text => _tokens.Text;

    /// <summary>Whether the text stands in a CDATA section.</summary>
    public bool IsCData => _tokens.IsCData;

    /// <summary>The attributes of the element that began, as written.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => _tokens.Attributes;

    /// <summary>Whether the element that began has no content.</summary>
    public bool IsEmptyElement => _tokens.IsEmptyElement;

    /// <summary>How many elements are open, the one that just began included, the one that just ended not.</summary>
    public int Depth => _open.Count;

    /// <summary>Line of what was read.</summary>
    public int Line => _tokens.Line;

    /// <summary>The open element at a depth from 0.</summary>
    public XmlElement At(int depth) => _open[depth];

    /// <summary>The value of an attribute of the element that began, by its local name whatever the prefix and case; or null.</summary>
    public string? Attribute(string name)
    {
        string? prefixed = null;
        foreach ((string written, string value) in _tokens.Attributes)
        {
            if (written.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            int colon = written.IndexOf(':');
            if (colon > 0 && !written.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)
                && written.AsSpan(colon + 1).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                prefixed ??= value;
            }
        }

        return prefixed;
    }

    /// <summary>Moves on; false when all elements have ended and nothing follows.</summary>
    public bool Read()
    {
        if (_toClose > 0)
        {
            return Close();
        }

        while (_isHeld || _tokens.Read())
        {
            _isHeld = false;
            switch (_tokens.Kind)
            {
                case XmlTokenKind.Text:
                    TellIfOutside(_tokens.Text);
                    Kind = XmlTokenKind.Text;
                    Element = _open.Count == 0 ? null : _open[^1];
                    return true;
                case XmlTokenKind.Start when Begin():
                    return true;
                case XmlTokenKind.End when End():
                    return true;
            }
        }

        if (_open.Count > 0)
        {
            troubles.Add("the end of the document inside an element", _tokens.Line);
            _toClose = _open.Count;
            return Close();
        }

        return false;
    }

    /// <summary>Ends elements before the element that just began, which is read again afterwards: they should have ended before it.</summary>
    /// <param name="depth">How many elements stay open.</param>
    public void CloseBefore(int depth)
    {
        troubles.Add($"an element that is not closed: <{Short(_open[^2].Tag)}>", _open[^2].Line);
        _open.RemoveAt(_open.Count - 1);
        _toClose = _open.Count - depth;
        _isHeld = true;
    }

    private bool Begin()
    {
        if (_open.Count > 0 && s_void.Contains(_open[^1].Name))
        {
            troubles.Add($"an element that is not closed: <{Short(_open[^1].Tag)}>", _open[^1].Line);
            _isHeld = true;
            _toClose = 1;
            return Close();
        }

        if (_open.Count >= MaxDepth)
        {
            troubles.Add($"elements nested deeper than {MaxDepth}", _tokens.Line);
            if (!_tokens.IsEmptyElement)
            {
                _tooDeep.Add(string.GetHashCode(_tokens.Name));
            }

            return false;
        }

        if (_open.Count == 0 && _hasRoot)
        {
            troubles.Add("more than one element at the top", _tokens.Line);
        }

        Element = Resolve();
        _hasRoot = true;
        Kind = XmlTokenKind.Start;
        _open.Add(Element);
        _toClose = _tokens.IsEmptyElement ? 1 : 0;
        return true;
    }

    private bool Close()
    {
        _toClose--;
        Element = _open[^1];
        Kind = XmlTokenKind.End;
        _open.RemoveAt(_open.Count - 1);
        return true;
    }

    private bool End()
    {
        if (EndTooDeep())
        {
            return false;
        }

        int at = _open.FindLastIndex(open => open.Tag == _tokens.Name);
        if (at < 0)
        {
            at = _open.FindLastIndex(open => open.Tag.Equals(_tokens.Name, StringComparison.OrdinalIgnoreCase));
            troubles.Add(at < 0 ? $"an end tag without a start tag: </{Short(_tokens.Name)}>" : "tags that differ in case", _tokens.Line);
        }

        if (at < 0)
        {
            return false;
        }

        if (at < _open.Count - 1)
        {
            troubles.Add($"an element that is not closed: <{Short(_open[^1].Tag)}>", _open[^1].Line);
        }

        _toClose = _open.Count - at;
        return Close();
    }

    private void TellIfOutside(string text)
    {
        const char SecondMark = '\uFEFF';
        if (_open.Count == 0 && !text.AsSpan().Trim().Trim(SecondMark).IsWhiteSpace())
        {
            troubles.Add("text outside the document's element", _tokens.Line);
        }
    }

    /// <summary>Whether the end tag ends an element that is nested too deep.</summary>
    private bool EndTooDeep()
    {
        if (_tooDeep.Count == 0)
        {
            return false;
        }

        int from = Math.Max(0, _tooDeep.Count - MaxDepth);
        int at = _tooDeep.LastIndexOf(string.GetHashCode(_tokens.Name), _tooDeep.Count - 1, _tooDeep.Count - from);
        int rest = at >= 0 ? at : _open.Exists(open => open.Tag == _tokens.Name) ? 0 : _tooDeep.Count;
        _tooDeep.RemoveRange(rest, _tooDeep.Count - rest);
        return at >= 0 || rest > 0;
    }

    private XmlElement Resolve()
    {
        XmlElement? parent = _open.Count == 0 ? null : _open[^1];
        IReadOnlyDictionary<string, string> namespaces = Namespaces(parent?.Namespaces ?? s_noNamespaces);
        Uri? origin = parent is null ? address : parent.Base;
        foreach ((string name, string value) in _tokens.Attributes)
        {
            if (name.Equals("xml:base", StringComparison.OrdinalIgnoreCase))
            {
                origin = Links.Address(value, origin) ?? origin;
            }

            TellIfUndeclared(name, namespaces);
        }

        TellIfUndeclared(_tokens.Name, namespaces);

        string tag = _tokens.Name;
        int colon = tag.IndexOf(':');
        string prefix = colon <= 0 ? "" : tag[..colon].ToLowerInvariant();
        string local = tag[(colon + 1)..].ToLowerInvariant();
        string? bound = namespaces.GetValueOrDefault(prefix);
        _isPrefixed |= !_hasRoot && prefix.Length > 0 && XmlVocabulary.OfAddress(bound) == XmlVocabulary.Core;
        string vocabulary = _isPrefixed && prefix.Length == 0 ? XmlVocabulary.OfAddress(bound) ?? XmlVocabulary.Other : XmlVocabulary.Of(prefix, bound);
        return new XmlElement(tag, vocabulary, local, origin, namespaces, _tokens.Line);
    }

    private void TellIfUndeclared(string name, IReadOnlyDictionary<string, string> namespaces)
    {
        int colon = name.IndexOf(':');
        string prefix = colon <= 0 ? "" : name[..colon].ToLowerInvariant();
        if (prefix.Length > 0 && prefix is not ("xml" or "xmlns") && !namespaces.ContainsKey(prefix))
        {
            troubles.Add($"a prefix that is not declared: {Short(prefix)}", _tokens.Line);
        }
    }

    private IReadOnlyDictionary<string, string> Namespaces(IReadOnlyDictionary<string, string> inherited)
    {
        Dictionary<string, string>? own = null;
        foreach ((string name, string value) in _tokens.Attributes)
        {
            bool isDefault = name.Equals("xmlns", StringComparison.OrdinalIgnoreCase);
            if ((isDefault || name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)) && inherited.Count + (own?.Count ?? 0) < MaxPrefixes)
            {
                own ??= new Dictionary<string, string>(inherited);
                own[isDefault ? "" : name["xmlns:".Length..].ToLowerInvariant()] = value;
            }
        }

        return own ?? inherited;
    }

    private static string Short(string name) => InputError.Excerpt(name.AsSpan(0, Math.Min(name.Length, 30)));
}
