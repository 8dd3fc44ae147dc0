using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>A line of text.</summary>
/// <param name="Text">The text, without blanks at its ends.</param>
/// <param name="LinkChars">How many of its characters other than blanks are in links.</param>
/// <param name="Number">Line of the source on which it begins; 0 where that is not kept.</param>
internal readonly record struct TextLine(string Text, int LinkChars, int Number);

/// <summary>
/// Puts runs of text together into lines. A hard break always parts lines. A single <c>br</c> does so unless pieces often begin with a small
/// letter in the middle of a sentence; a line feed in plain text where most pieces end a sentence or are short. Otherwise they only wrap a line.
/// </summary>
internal sealed class TextLines
{
    private const double MaxWrappedShare = 0.3;
    private const double MinEndingShare = 0.6;
    private const int MinWrappedChars = 40;
    private const string Bullets = "•·▪‣●○■□◦►▶";

    private readonly StringBuilder _piece = new();
    private readonly List<TextLine> _pieces = [];
    private bool _isBroken;
    private bool _isWrapped;
    private int _linkChars;
    private int _pieceNumber;

    /// <summary>The lines so far, none of them blank.</summary>
    public List<TextLine> Lines { get; } = [];

    /// <summary>Whether the text that is added belongs to a link.</summary>
    public bool IsInLink { get; set; }

    /// <summary>Line of the source from which the text is that is added next.</summary>
    public int Number { get; set; }

    /// <summary>Whether nothing has been added since the last hard break.</summary>
    public bool IsAtStart => _piece.Length == 0 && _pieces.Count == 0;

    /// <summary>Adds decoded text; every run of white space in it is one blank.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int begin = 0;
            while (begin < text.Length && char.IsWhiteSpace(text[begin]))
            {
                begin++;
            }

            if (begin > 0 && _piece.Length > 0 && _piece[^1] != ' ')
            {
                _piece.Append(' ');
            }

            int end = begin;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > begin)
            {
                _pieceNumber = _piece.Length == 0 ? Number : _pieceNumber;
                _piece.Append(text[begin..end]);
                _linkChars += IsInLink ? end - begin : 0;
                _isBroken = false;
            }

            text = text[end..];
        }
    }

    /// <summary>Adds decoded text in which each line feed is a soft break, and each blank line a hard one.</summary>
    public void AddLines(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int length = text.IndexOfAny("\r\n\u2028\u2029");
            Add(length < 0 ? text : text[..length]);
            if (length < 0)
            {
                return;
            }

            bool isPair = text[length..].StartsWith("\r\n", StringComparison.Ordinal);
            SoftBreak();
            _isWrapped = true;
            text = text[(length + (isPair ? 2 : 1))..];
        }
    }

    /// <summary>Ends a line that may go on; a second one in a row is a hard break.</summary>
    public void SoftBreak()
    {
        EndPiece();
        if (_isBroken)
        {
            HardBreak();
        }

        _isBroken = true;
    }

    /// <summary>Ends the line.</summary>
    public void HardBreak()
    {
        EndPiece();
        _isBroken = false;
        if (_pieces.Count == 0)
        {
            _isWrapped = false;
            return;
        }

        bool parts = Parts();
        TextLine line = _pieces[0];
        for (int i = 1; i < _pieces.Count; i++)
        {
            TextLine piece = _pieces[i];
            if (IsBullet(piece.Text[0]) || (parts && !char.IsLower(piece.Text[0])))
            {
                Lines.Add(Whole(line));
                line = piece;
            }
            else
            {
                _piece.Append(_piece.Length == 0 ? line.Text : "").Append(' ').Append(piece.Text);
                line = line with { LinkChars = line.LinkChars + piece.LinkChars };
            }
        }

        Lines.Add(Whole(line));
        _pieces.Clear();
        _isWrapped = false;
    }

    private static bool IsBullet(char c) => Bullets.Contains(c);

    /// <summary>Whether a text ends as sentences do, in any script.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> piece)
    {
        ReadOnlySpan<char> text = piece.TrimEnd("\"'”’»)]");
        return text is [.., '.' or '!' or '?' or '…' or ':' or '։' or '。' or '！' or '？' or '۔' or '؟' or '।'];
    }

    private void EndPiece()
    {
        string text = _piece.ToString();
        ReadOnlySpan<char> piece = LineBreaks.Trim(text);
        if (!piece.IsEmpty)
        {
            _pieces.Add(new TextLine(piece.Length == text.Length ? text : piece.ToString(), Math.Min(_linkChars, piece.Length), _pieceNumber));
        }

        _piece.Clear();
        _linkChars = 0;
    }

    /// <summary>The line with all that was joined to it.</summary>
    private TextLine Whole(TextLine line)
    {
        TextLine whole = _piece.Length == 0 ? line : line with { Text = _piece.ToString() };
        _piece.Clear();
        return whole;
    }

    /// <summary>Whether the pieces are lines of their own rather than the wrapped lines of one.</summary>
    private bool Parts()
    {
        int wrapped = 0;
        int ending = 0;
        for (int i = 1; i < _pieces.Count; i++)
        {
            bool ends = EndsSentence(_pieces[i - 1].Text);
            ending += ends || _pieces[i - 1].Text.Length < MinWrappedChars ? 1 : 0;
            wrapped += char.IsLower(_pieces[i].Text[0]) && !ends ? 1 : 0;
        }

        int breaks = _pieces.Count - 1;
        return _isWrapped ? ending >= breaks * MinEndingShare : wrapped == 0 || wrapped < breaks * MaxWrappedShare;
    }
}
