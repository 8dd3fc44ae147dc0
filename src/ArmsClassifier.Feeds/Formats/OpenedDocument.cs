using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>A stream whose beginning has been looked at: its content as UTF-8 without a byte order mark, and its format.</summary>
internal sealed class OpenedDocument
{
    private const int HeadBytes = 16 << 10;
    private const int MaxHeaderChars = 4096;
    private const int MaxHeaderCellChars = 40;
    private static readonly string[] s_delimiters = [",", ";", "\t"];

    private readonly byte[] _head;
    private readonly string _firstLine;

    private OpenedDocument(byte[] head, Stream content)
    {
        _head = head;
        Content = content;
        string text = Encoding.UTF8.GetString(head);
        int begin = LineBreaks.SkipBlank(text);
        int end = text.AsSpan(begin).IndexOfAny('\r', '\n');
        _firstLine = end < 0 ? text[begin..] : text.Substring(begin, end);
        Delimiter = Array.Find(s_delimiters, delimiter => IsHeader(_firstLine, delimiter));
    }

    /// <summary>The whole content, the beginning included.</summary>
    public Stream Content { get; }

    /// <summary>What parts the columns of a header row with a <c>text</c> column, or null where the first line is no such row.</summary>
    public string? Delimiter { get; }

    /// <summary>Whether the beginning holds a NUL byte, as text never does and pictures, archives and unmarked UTF-16 do.</summary>
    public bool IsBinary => _head.AsSpan().Contains((byte)0);

    /// <summary>Whether the content was UTF-16, where invalid code units have already become U+FFFD.</summary>
    public bool IsTranscoded { get; private init; }

    public static OpenedDocument Open(DocumentSource source)
    {
        Stream stream = source.Content;
        byte[] head = ReadHead(stream);
        Encoding? utf16 = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (utf16 is not null)
        {
            stream = Encoding.CreateTranscodingStream(new HeadedStream(head.AsMemory(2), stream), utf16, Encoding.UTF8, leaveOpen: true);
            head = ReadHead(stream);
        }

        byte[] text = head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
        return new OpenedDocument(text, new HeadedStream(text, stream)) { IsTranscoded = utf16 is not null };
    }

    public DocumentFormat Recognise() =>
        _firstLine.StartsWith('{') ? DocumentFormat.Jsonl : Delimiter is not null ? DocumentFormat.Csv : DocumentFormat.Text;

    private static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[HeadBytes];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..length];
    }

    private static bool IsHeader(string line, string delimiter)
    {
        if (line.Length > MaxHeaderChars || !line.Contains(PassageTableReader.TextColumn, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string[] cells = line.Split(delimiter, StringSplitOptions.TrimEntries);
        return cells.Length == 1
            ? cells[0].Trim('"') == PassageTableReader.TextColumn
            : Array.Exists(cells, PassageTableReader.IsTextColumn)
                && Array.TrueForAll(cells, cell => cell.Length <= MaxHeaderCellChars && !cell.EndsWith('.'));
    }
}
