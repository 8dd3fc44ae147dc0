namespace ArmsClassifier.Feeds;

/// <content>Comments, CDATA sections, processing instructions and the document type.</content>
internal sealed partial class XmlTokenizer
{
    private const int MaxInstructionChars = 64 << 10;
    private const int MaxDocumentTypeChars = 256 << 10;

    private readonly XmlEntities _entities = new();
    private bool _hasDocumentType;
    private int _cdataEndChars;

    private bool ReadDeclaration()
    {
        if (_window.StartsWith("<!--"))
        {
            SkipComment();
            return false;
        }

        if (_window.StartsWith(CDataBegin))
        {
            BeginCData();
            return false;
        }

        if (!_hasDocumentType && _window.StartsWith("<!DOCTYPE"))
        {
            _hasDocumentType = true;
            SkipDocumentType();
            return false;
        }

        if (_window.StartsWith("<![") || char.IsAsciiLetter(_window.Peek(2)))
        {
            troubles.Add("a declaration out of place", Line);
            int end = TagEnd(2, out bool isClosed);
            _window.Skip(isClosed ? end + 1 : end);
            return false;
        }

        return ReadText();
    }

    private void SkipComment()
    {
        int end = _window.IndexOf("-->", 4, MaxSectionChars);
        if (end >= 0)
        {
            if (_window.Held[4..end].Contains("--", StringComparison.Ordinal))
            {
                troubles.Add("two hyphens in a comment", Line);
            }

            _window.Skip(end + 3);
            return;
        }

        // The text goes on after the tag that the comment's beginning looks like.
        troubles.Add("a comment that is never closed", Line);
        int close = _window.IndexOf(">", 4, MaxTagChars);
        _window.Skip(close < 0 ? Math.Min(4, _window.Held.Length) : close + 1);
    }

    private void BeginCData()
    {
        int end = _window.IndexOf(CDataEnd, CDataBegin.Length, MaxSectionChars);
        ReadOnlySpan<char> content = _window.Held[CDataBegin.Length..(end < 0 ? Math.Min(_window.Held.Length, MaxSectionChars) : end)];
        int next = content.IndexOf(CDataBegin, StringComparison.Ordinal);

        // A section that swallows the end of its element and the beginning of another section was not closed.
        int own = end < 0 || next >= 0 ? content.IndexOf($"</{_lastStart}", StringComparison.OrdinalIgnoreCase) : -1;
        bool isOpen = end < 0 || (own >= 0 && own < next);
        if (isOpen)
        {
            Cut("a CDATA section that is never closed", MaxSectionChars);
            _cdataLeft = own >= 0 ? own : content.Length;
            _window.Skip(CDataBegin.Length);
            _cdataEndChars = 0;
        }
        else
        {
            _cdataLeft = content.Length;
            _window.Skip(CDataBegin.Length);
            _cdataEndChars = CDataEnd.Length;
        }

        if (_cdataLeft == 0)
        {
            _window.Skip(_cdataEndChars);
        }
    }

    private bool ReadCDataText()
    {
        int length = Math.Min(_cdataLeft, MaxTextChars);
        _text.Clear();
        Append(_window.Held[..length]);
        _window.Skip(length);
        _cdataLeft -= length;
        if (_cdataLeft == 0)
        {
            _window.Skip(_cdataEndChars);
        }

        return Give(isCData: true);
    }

    private void SkipInstruction()
    {
        if (!_window.IsAtBegin && _window.StartsWith("<?xml") && _window.Peek(5) <= ' ')
        {
            troubles.Add("an XML declaration that is not at the beginning", Line);
        }

        int end = _window.IndexOf("?>", 2, MaxInstructionChars);
        int close = _window.IndexOf(">", 2, MaxInstructionChars);
        bool isClosed = end >= 0 && !(close >= 0 && close < end && _window.Held[close..end].Contains('<'));
        if (isClosed)
        {
            _window.Skip(end + 2);
            return;
        }

        troubles.Add("a processing instruction that is not closed", Line);
        _window.Skip(close >= 0 ? close + 1 : Math.Min(2, _window.Held.Length));
    }

    /// <summary>Passes over the document type; plain entities that it declares are kept, external ones are never fetched.</summary>
    private void SkipDocumentType()
    {
        int at = "<!DOCTYPE".Length;
        bool isInside = false;
        char quote = '\0';
        while (at < MaxDocumentTypeChars && _window.Holds(at + 1))
        {
            char c = _window.Peek(at);
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or ']')
            {
                isInside = c == '[';
            }
            else if (c == '>' && !isInside)
            {
                _entities.Declare(_window.Held[..at]);
                _window.Skip(at + 1);
                return;
            }

            at++;
        }

        troubles.Add("a document type that is not closed", Line);
        int end = _window.IndexOf(">", 0, MaxDocumentTypeChars);
        _window.Skip(end < 0 ? Math.Min(at, _window.Held.Length) : end + 1);
    }
}
