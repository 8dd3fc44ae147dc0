namespace ArmsClassifier.Feeds;

/// <summary>
/// Cuts HTML into text and tags, in time linear in its length whatever it holds. What is never closed (a comment, a quote, a tag) ends at
/// the next <c>&gt;</c>, so that one slip does not swallow the page.
/// </summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private const string CommentOpen = "!--";
    private const string CommentClose = "-->";
    private const string DataOpen = "![CDATA[";
    private const string DataClose = "]]>";

    private readonly ReadOnlySpan<char> _html = html;
    private int _end;
    private int _dataEnd = -1;

    // What was once looked for in vain is not there further on either.
    private bool _noComment;
    private bool _noData;
    private bool _noQuote;
    private bool _noApostrophe;
    private bool _noTagEnd;
    private bool _noQuotedEnd;

    /// <summary>What was read last.</summary>
    public HtmlTokenKind Kind { get; private set; }

    /// <summary>The text, or the tag without its angle brackets.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>The name of a tag, as written.</summary>
    public readonly ReadOnlySpan<char> Name
    {
        get
        {
            ReadOnlySpan<char> tag = Kind == HtmlTokenKind.Close ? Value[1..] : Value;
            int end = 0;
            while (end < tag.Length && tag[end] is not ('/' or '>') && !IsSpace(tag[end]))
            {
                end++;
            }

            return tag[..end];
        }
    }

    /// <summary>The attributes of a start tag.</summary>
    public readonly HtmlAttributes Attributes => new(Value[Name.Length..]);

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool TryRead()
    {
        if (_end >= _html.Length)
        {
            return false;
        }

        Start = _end;
        if (_end < _dataEnd)
        {
            Take(HtmlTokenKind.Text, _dataEnd, _dataEnd);
            _end = Math.Min(_html.Length, _dataEnd + DataClose.Length);
            return true;
        }

        int tag = NextTag(_end);
        if (tag > _end)
        {
            Take(HtmlTokenKind.Text, tag, tag);
            return true;
        }

        ReadTag();
        return true;
    }

    /// <summary>Passes over the content of the element just opened, which is not markup; returns that content.</summary>
    /// <param name="name">The element's name.</param>
    public ReadOnlySpan<char> SkipRaw(ReadOnlySpan<char> name)
    {
        int begin = _end;
        int close = FindClose(begin, name);
        _end = close < 0 ? _html.Length : close;
        return _html[begin.._end];
    }

    /// <summary>Passes over the content of the element just opened, up to the next end tag of its name; stays where there is none.</summary>
    /// <param name="name">The element's name.</param>
    public bool TrySkip(ReadOnlySpan<char> name)
    {
        int close = FindClose(_end, name);
        _end = close < 0 ? _end : close;
        return close >= 0;
    }

    /// <summary>Whether the link just opened is closed before another one opens, as links that were forgotten are not.</summary>
    public readonly bool IsLinkClosed()
    {
        for (int at = _end; at < _html.Length;)
        {
            int tag = NextTag(at);
            ReadOnlySpan<char> rest = _html[Math.Min(tag + 1, _html.Length)..];
            bool closes = rest is ['/', ..];
            rest = closes ? rest[1..] : rest;
            if (rest is ['a' or 'A', var after, ..] && (after == '>' || IsSpace(after)))
            {
                return closes;
            }

            at = tag + 1;
        }

        return false;
    }

    /// <summary>Whether a character parts names in a tag.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private readonly int FindClose(int from, ReadOnlySpan<char> name)
    {
        for (int at = from; at < _html.Length;)
        {
            int close = _html[at..].IndexOf("</");
            if (close < 0)
            {
                return -1;
            }

            at += close + 2;
            ReadOnlySpan<char> rest = _html[at..];
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == name.Length || rest[name.Length] is '>' or '/' || IsSpace(rest[name.Length])))
            {
                return at - 2;
            }
        }

        return -1;
    }

    private void Take(HtmlTokenKind kind, int valueEnd, int end)
    {
        Kind = kind;
        Value = _html[Start..valueEnd];
        _end = end;
    }

    /// <summary>Where the next tag, comment or declaration begins; a bare angle bracket is text.</summary>
    private readonly int NextTag(int from)
    {
        while (true)
        {
            int open = _html[from..].IndexOf('<');
            if (open < 0 || _noTagEnd)
            {
                return _html.Length;
            }

            from += open;
            ReadOnlySpan<char> tag = _html[(from + 1)..];
            char first = tag.IsEmpty ? ' ' : tag[0];
            if (char.IsAsciiLetter(first) || first is '!' or '?' || (first == '/' && tag.Length > 1 && char.IsAsciiLetter(tag[1])))
            {
                return from;
            }

            from++;
        }
    }

    private void ReadTag()
    {
        int begin = Start + 1;
        ReadOnlySpan<char> tag = _html[begin..];
        if (tag.StartsWith(CommentOpen) && Find(begin + CommentOpen.Length - 1, CommentClose, ref _noComment) is >= 0 and var comment)
        {
            Take(HtmlTokenKind.Other, comment, comment + CommentClose.Length);
            return;
        }

        if (tag.StartsWith(DataOpen) && Find(begin, DataClose, ref _noData) is >= 0 and var data)
        {
            Take(HtmlTokenKind.Other, begin + DataOpen.Length, begin + DataOpen.Length);
            _dataEnd = data;
            return;
        }

        bool isElement = char.IsAsciiLetter(tag[0]);
        int end = isElement ? ElementEnd(begin) : -1;
        end = end < 0 ? Find(begin, ">", ref _noTagEnd) : end;
        if (end < 0)
        {
            // The page breaks off inside a tag; a bracket that opens none is text.
            Take(isElement && !tag.Contains('=') ? HtmlTokenKind.Text : HtmlTokenKind.Other, _html.Length, _html.Length);
            return;
        }

        Take(isElement ? HtmlTokenKind.Open : tag[0] == '/' ? HtmlTokenKind.Close : HtmlTokenKind.Other, end, end + 1);
        Value = Value[1..];
    }

    /// <summary>Where a start tag ends: at the first <c>&gt;</c> that no quoted value holds; -1 where it never does.</summary>
    private int ElementEnd(int begin)
    {
        int at = _noQuotedEnd ? _html.Length : begin;
        bool afterEquals = false;
        while (at < _html.Length)
        {
            char c = _html[at];
            if (c == '>')
            {
                return at;
            }

            if (afterEquals && c is '"' or '\'' && Quoted(at + 1, c) is >= 0 and var close)
            {
                at = close;
            }

            afterEquals = c == '=' || (afterEquals && IsSpace(c));
            at++;
        }

        _noQuotedEnd = true;
        return -1;
    }

    private int Quoted(int from, char quote) => quote == '"' ? Find(from, "\"", ref _noQuote) : Find(from, "'", ref _noApostrophe);

    private readonly int Find(int from, string what, ref bool isAbsent)
    {
        int length = isAbsent ? -1 : _html[from..].IndexOf(what);
        isAbsent |= length < 0;
        return length < 0 ? -1 : from + length;
    }
}
