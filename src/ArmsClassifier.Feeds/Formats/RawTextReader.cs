using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ArmsClassifier.Feeds;

/// <summary>Reads a whole plain text as one article: a clean text, a hard-wrapped one, or the raw scrape of a web page.</summary>
internal static class RawTextReader
{
    private const int FirstBufferBytes = 16 << 10;

    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options)
    {
        string source = document.Source.Name;
        byte[] bytes = ReadUpTo(document.Content, options.MaxItemBytes + 1, out int length);
        if (length > options.MaxItemBytes)
        {
            yield return InputError.Item(
                source, 0, "a text that is too long", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes");
            yield break;
        }

        ReadOnlySpan<byte> content = bytes.AsSpan(0, length);
        var utf8 = new LenientUtf8();
        Charset charset = document.IsTranscoded || length <= document.Head.Length || Utf8.IsValid(content) ? document.Charset : CharsetDetection.OfBytes(content);
        string text = (document.IsTranscoded || charset.IsUtf8 ? utf8.Encoding : charset.Encoding).GetString(content);
        List<PageLine> lines = LineBreaks.Lines(text);
        if (lines.Count == 0)
        {
            yield return InputError.Item(source, 0, "no text", "an article as plain text, JSONL or CSV", "fill the file, or leave it out");
            yield break;
        }

        if (charset.Remark.Length > 0)
        {
            yield return InputError.Note(source, "read as plain text, " + charset.Remark);
        }

        int replaced = document.IsTranscoded ? lines.FindIndex(line => line.Text.Contains('\uFFFD')) : -1;
        if (replaced >= 0)
        {
            yield return InputError.Warning(
                source, lines[replaced].Number, "bytes that are not " + charset.Name, charset.Name, "they were read as U+FFFD: save the source as UTF-8");
        }
        else if (utf8.HasReplaced)
        {
            yield return InputError.Warning(
                source, FirstBadLine(bytes.AsSpan(0, length)), "bytes that are not UTF-8", "UTF-8",
                "they were read as windows-1252 here and wherever else they occur: save the source as UTF-8");
        }

        Page page = Page.OfLines(HardWrap.Join(lines), title: "");
        yield return new DocumentItem(new Article
        {
            Id = source,
            Source = source,
            Title = page.Title,
            Date = page.Date,
            Passages = page.Passages,
        });
    }

    /// <summary>The line of the first byte that is not UTF-8, from 1.</summary>
    private static int FirstBadLine(ReadOnlySpan<byte> bytes)
    {
        int line = 1;
        while (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return line;
    }

    private static byte[] ReadUpTo(Stream stream, int limit, out int length)
    {
        byte[] buffer = new byte[Math.Min(limit, FirstBufferBytes)];
        length = 0;
        while (true)
        {
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            if (length < buffer.Length || length == limit)
            {
                return buffer;
            }

            Array.Resize(ref buffer, (int)Math.Min(limit, buffer.Length * 2L));
        }
    }
}
