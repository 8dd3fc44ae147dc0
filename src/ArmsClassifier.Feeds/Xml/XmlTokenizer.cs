using System.Buffers;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Cuts XML into tags and text, and goes on where it is broken. Of well-formed XML it gives what any parser gives; what is broken it takes
/// for the least surprising thing and notes as a trouble. Nothing is fetched, and entities do not nest, so that text never grows much.
/// </summary>
internal sealed partial class XmlTokenizer(TextReader reader, XmlTroubles troubles)
{
    private const int MaxTextChars = 32 << 10;
    private const int MaxTagChars = 256 << 10;

    /// <summary>How far the end of a comment or CDATA section is looked for before it counts as never closed.</summary>
    private const int MaxSectionChars = 8 << 20;

    private const string CDataBegin = "<![CDATA[";
    private const string CDataEnd = "]]>";

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n\f/><=\"'");
    private static readonly SearchValues<char> s_control = SearchValues.Create(Controls());

    private readonly CharWindow _window = new(reader);
    private readonly StringBuilder _text = new();
    private string _lastStart = "";
    private int _cdataLeft;

    /// <summary>What was read.</summary>
    public XmlTokenKind Kind { get; private set; }

    /// <summary>The name of a tag as written, with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The attributes of a start tag in order, with entities replaced.</summary>
    public List<(string Name, string Value)> Attributes { get; } = [];

    /// <summary>Whether a start tag has no end tag, as <c>&lt;a/&gt;</c>.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Whether text stands in a CDATA section.</summary>
    public bool IsCData { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Line on which the tag or text begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether markup stood open at the end of the document.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Moves to the next tag or text; false at the end of the document.</summary>
    public bool Read()
    {
        while (_window.Holds(1))
        {
            Line = _window.Line;
            if (_cdataLeft > 0 ? ReadCDataText() : _window.Peek() == '<' ? ReadMarkup() : ReadText())
            {
                return true;
            }
        }

        Kind = XmlTokenKind.None;
        return false;
    }

    private bool ReadMarkup()
    {
        char next = _window.Peek(1);
        if (next == '!')
        {
            return ReadDeclaration();
        }

        if (next == '?')
        {
            SkipInstruction();
            return false;
        }

        if (next == '/' && (IsNameStart(_window.Peek(2)) || _window.Peek(2) is ' ' or '>'))
        {
            return ReadEndTag();
        }

        return IsNameStart(next) ? ReadStartTag() : ReadText();
    }

    private bool ReadText()
    {
        _text.Clear();
        if (_window.Peek() == '<')
        {
            troubles.Add("a '<' that begins no tag", Line);
            _text.Append('<');
            _window.Skip(1);
        }

        while (_text.Length < MaxTextChars && _window.Holds(1))
        {
            ReadOnlySpan<char> held = _window.Held;
            held = held[..Math.Min(held.Length, MaxTextChars)];
            int stop = held.IndexOfAny('<', '&');
            ReadOnlySpan<char> plain = stop < 0 ? held : held[..stop];
            Append(plain);
            if (plain.Contains(CDataEnd, StringComparison.Ordinal))
            {
                troubles.Add("a stray end of a CDATA section", Line);
            }

            _window.Skip(plain.Length);
            if (stop >= 0)
            {
                if (_window.Peek() == '<')
                {
                    break;
                }

                _window.Holds(XmlEntities.MaxReferenceChars);
                _window.Skip(_entities.Append(_window.Held, _text, troubles, _window.Line));
            }
        }

        return Give(isCData: false);
    }

    /// <summary>Adds characters as they are, but for those that XML does not know.</summary>
    private void Append(ReadOnlySpan<char> plain)
    {
        int bad;
        while ((bad = plain.IndexOfAny(s_control)) >= 0)
        {
            // The controls from 128 to 159 stand in text that was windows-1252 once and was passed on as ISO 8859-1.
            bool isTypography = plain[bad] is >= Windows1252.FirstControl and <= Windows1252.LastControl;
            _text.Append(plain[..bad]).Append(isTypography ? Windows1252.Meant(plain[bad]) : ' ');
            plain = plain[(bad + 1)..];
            if (!isTypography)
            {
                troubles.Add("control characters", _window.Line);
            }
        }

        _text.Append(plain);
    }

    private bool Give(bool isCData)
    {
        Text = _text.ToString();
        IsCData = isCData;
        Kind = XmlTokenKind.Text;
        return Text.Length > 0;
    }

    private bool ReadEndTag()
    {
        int end = TagEnd(2, out bool isClosed);
        ReadOnlySpan<char> name = _window.Held[2..end].Trim();
        int nameEnd = name.IndexOfAny(s_nameEnd);
        Name = (nameEnd < 0 ? name : name[..nameEnd]).ToString();
        Kind = XmlTokenKind.End;
        _window.Skip(isClosed ? end + 1 : end);
        return true;
    }

    /// <summary>Where a tag ends that has no attributes: at its '&gt;', or where the next tag begins.</summary>
    private int TagEnd(int from, out bool isClosed)
    {
        int at = from;
        while (at < MaxTagChars && _window.Holds(at + 1) && _window.Peek(at) is not ('>' or '<'))
        {
            at++;
        }

        isClosed = _window.Peek(at) == '>';
        if (!isClosed)
        {
            Cut("a tag that is not closed", at);
        }

        return at;
    }

    private void Cut(string trouble, int at)
    {
        troubles.Add(trouble, Line);
        IsCutOff |= !_window.Holds(at + 1);
    }

    /// <summary>What is no character of XML, and the controls beyond ASCII.</summary>
    private static string Controls()
    {
        var controls = new StringBuilder("\uFFFE\uFFFF");
        for (char c = '\0'; c < '\u00A0'; c++)
        {
            controls.Append(char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u007F' or '\u0085') ? c.ToString() : "");
        }

        return controls.ToString();
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c >= '\u0080' && char.IsLetter(c));
}
