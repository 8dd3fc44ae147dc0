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

        string text = Encoding.UTF8.GetString(bytes, 0, length);
        List<PageLine> lines = LineBreaks.Lines(text);
        if (lines.Count == 0)
        {
            yield return InputError.Item(source, 0, "no text", "an article as plain text, JSONL or CSV", "fill the file, or leave it out");
            yield break;
        }

        if (document.IsTranscoded || !Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            int replaced = lines.FindIndex(line => line.Text.Contains('\uFFFD'));
            if (replaced >= 0)
            {
                yield return InputError.ReplacedBytes(source, lines[replaced].Number);
            }
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
