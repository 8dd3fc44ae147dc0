using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>A document whose beginning has been looked at: its charset, its format, and its whole content, which can be taken once.</summary>
internal sealed class OpenedDocument
{
    private const int HeadBytes = 16 << 10;

    private readonly byte[] _head;

    private OpenedDocument(DocumentSource source, byte[] head)
    {
        Source = source;
        _head = head;
    }

    /// <summary>What is read.</summary>
    public DocumentSource Source { get; }

    /// <summary>The charset, and how it is known.</summary>
    public Charset Charset => field ??= CharsetDetection.Detect(_head, Source.Charset);

    /// <summary>The first bytes of the document, 16 KiB where it has as many.</summary>
    public ReadOnlyMemory<byte> Head => _head;

    /// <summary>The first bytes of the document as text.</summary>
    public string HeadText => field ??= Charset.Encoding.GetString(_head.AsSpan(Charset.MarkBytes));

    /// <summary>Whether the beginning holds a NUL, as text never does and pictures and archives do.</summary>
    public bool IsBinary => HeadText.Contains('\0');

    /// <summary>Whether <see cref="Content"/> is not in the charset of the source, so that invalid bytes have already become U+FFFD.</summary>
    public bool IsTranscoded => !Charset.IsUtf8;

    /// <summary>The whole document byte by byte, the byte order mark included. Take this, <see cref="Content"/> or <see cref="OpenText"/>.</summary>
    public Stream Raw => new HeadedStream(_head, Source.Content);

    /// <summary>The whole document as UTF-8 without a byte order mark.</summary>
    public Stream Content => Utf8(Charset.IsUtf8);

    /// <summary>The same for JSON, which is UTF-8 by definition: bytes that are not UTF-8 stay as they are, unless the source says what they are.</summary>
    public Stream JsonContent => Utf8(Charset.IsUtf8 || Charset.IsGuess);

    /// <summary>Reads the beginning of a document.</summary>
    public static OpenedDocument Open(DocumentSource source)
    {
        byte[] head = new byte[HeadBytes];
        int length = 0;
        int read;
        do
        {
            read = source.Content.Read(head, length, head.Length - length);
            length += read;
        }
        while (read > 0 && length < head.Length && !IsJsonLine(head.AsSpan(0, length)));
        return new OpenedDocument(source, head[..length]);
    }

    /// <summary>Whether the beginning is already known to be JSONL: a slow source is then not waited for.</summary>
    private static bool IsJsonLine(ReadOnlySpan<byte> head)
    {
        int end = head.IndexOf((byte)'\n');
        return end > 0 && head.StartsWith((byte)'{') && head[..end].TrimEnd(" \t\r"u8).EndsWith((byte)'}');
    }

    private Stream Utf8(bool asIs)
    {
        var content = new HeadedStream(_head.AsMemory(Charset.MarkBytes), Source.Content);
        return asIs ? content : Encoding.CreateTranscodingStream(content, Charset.Encoding, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>The whole document as text without a byte order mark.</summary>
    /// <param name="utf8">What reads it where it is UTF-8, to ask afterwards; null where nobody asks.</param>
    public TextReader OpenText(LenientUtf8? utf8 = null) => new StreamReader(
        new HeadedStream(_head.AsMemory(Charset.MarkBytes), Source.Content),
        Charset.IsUtf8 ? (utf8 ?? new LenientUtf8()).Encoding : Charset.Encoding,
        detectEncodingFromByteOrderMarks: false,
        leaveOpen: true);

    /// <summary>What was assumed about the document, with its charset where that is not plain UTF-8.</summary>
    public string Remark(string assumed) => Charset.Remark.Length == 0 ? assumed : $"{assumed}, {Charset.Remark}";

    /// <summary>How the document is written down.</summary>
    /// <param name="textColumn">The column that makes a table a table of passages.</param>
    public DocumentFormat Recognise(string textColumn) => FormatRecognition.Of(HeadText, textColumn);
}
