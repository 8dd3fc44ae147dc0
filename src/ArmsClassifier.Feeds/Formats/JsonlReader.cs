using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ArmsClassifier.Feeds;

/// <summary>Reads one article from each line of a JSONL stream. Of a field given twice the last counts; others are skipped.</summary>
internal static class JsonlReader
{
    private const string Expected = "a JSON object on one line, with a string 'text' or 'title'";

    // What is longer is no line that a person mends.
    private const int MaxRawBytes = 1 << 20;

    /// <summary>Reads a stream line by line.</summary>
    public static IEnumerable<DocumentItem> Read(Stream content, string source, ReaderOptions options) =>
        LineBlocks.Read(content, source, options).SelectMany(block => block.Items());

    /// <summary>The error of a line that is longer than the limit.</summary>
    public static DocumentItem TooLong(string source, int number, ReaderOptions options) => InputError.Item(
        source, number, "too long a line", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes");

    /// <summary>Reads a line that is not blank. An error holds the line, so that it can be mended and read again.</summary>
    public static DocumentItem ReadLine(ReadOnlySpan<byte> line, string source, int number, ReaderOptions options)
    {
        DocumentItem item = Parse(line, source, number, options, isMended: false);
        return item.Error is { } error && line.Length <= MaxRawBytes
            ? new DocumentItem(error with { Raw = Encoding.UTF8.GetString(line.TrimEnd((byte)'\r')) })
            : item;
    }

    private static DocumentItem Parse(ReadOnlySpan<byte> line, string source, int number, ReaderOptions options, bool isMended)
    {
        // Files put one behind the other leave byte order marks in the middle.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        line = line.StartsWith(mark) ? line[mark.Length..] : line;
        if (!Utf8.IsValid(line))
        {
            return InputError.Item(source, number, "bytes that are not UTF-8", Expected, "write the file as UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            JsonlFields fields = default;
            return fields.Fill(ref reader) is { } wrong
                    ? InputError.Item(source, number, wrong, "a string (or a number as 'id' or 'date')", "correct the field")
                : fields.IsErrorRecord && !isMended
                    ? Mended(fields.ErrorRecord(line), source, number, options)
                : ToItem(fields, source, number, options);
        }
        catch (JsonException broken)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"JSON that breaks off at byte {broken.BytePositionInLine}");
            return InputError.Item(source, number, place, Expected, "write each article as one line of valid JSON");
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws for an escape such as \uD800 that stands for half a character.
            return InputError.Item(source, number, "half a surrogate pair in a string", Expected, "write the character itself in UTF-8");
        }
    }

    /// <summary>A record of the error file: its line is read as that of the file that it came from.</summary>
    private static DocumentItem Mended((string? Raw, string? File, string? Line) record, string source, int number, ReaderOptions options)
    {
        if (string.IsNullOrWhiteSpace(record.Raw))
        {
            return InputError.Item(source, number, "the record of an error without its line 'raw'", Expected, "read the file that it names again");
        }

        int line = int.TryParse(record.Line, NumberStyles.None, CultureInfo.InvariantCulture, out int known) ? known : number;
        return Parse(Encoding.UTF8.GetBytes(record.Raw), record.File ?? source, line, options, isMended: true);
    }

    private static DocumentItem ToItem(in JsonlFields fields, string source, int number, ReaderOptions options)
    {
        string title = LineBreaks.Trimmed(fields.Title ?? "");
        string text = LineBreaks.Trimmed(fields.Text ?? "");
        if (text.Length == 0 && title.Length == 0)
        {
            string found = fields.Text is null && fields.Title is null ? "neither 'text' nor 'title'" : "an empty 'text' and no 'title'";
            return InputError.Item(source, number, found, Expected, "name the field that holds the passage 'text'");
        }

        Page page = options.OnePassagePerItem || text.Length == 0
            ? Page.OfPassage(text)
            : !LineBreaks.AreIn(text)
            ? Page.OfLine(text)
            : Page.OfLines(LineBreaks.Lines(text), title);
        var passages = new List<Passage>(page.Passages.Count + 1);
        if (title.Length > 0)
        {
            passages.Add(new Passage(title, PassageRole.Title, number));
        }

        foreach (Passage passage in page.Passages)
        {
            passages.Add(passage with { Line = number });
        }

        return new DocumentItem(new Article
        {
            Id = fields.Id ?? string.Create(CultureInfo.InvariantCulture, $"{source}#{number}"),
            Source = fields.Source ?? source,
            Line = number,
            Title = title.Length > 0 ? title : page.Title,
            Date = NewsDate.Find(fields.Date) ?? page.Date,
            Passages = passages,
        });
    }
}
