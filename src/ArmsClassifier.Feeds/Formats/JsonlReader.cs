using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ArmsClassifier.Feeds;

/// <summary>Reads one article from each line of a JSONL stream, or from each object of a JSON array.</summary>
internal static class JsonlReader
{
    private const string ExpectedLine = "a JSON object on one line, with a string";
    private const string ExpectedObject = "a JSON object with a string";

    /// <summary>The articles of JSONL.</summary>
    public static IEnumerable<DocumentItem> Read(Stream content, string source, ReaderOptions options) =>
        LineBlocks.Read(content, source, options).SelectMany(block => block.Items());

    /// <summary>The error of a line that is longer than the limit.</summary>
    public static DocumentItem TooLong(string source, int number, ReaderOptions options) => InputError.Item(
        source, number, "too long a line", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes");

    /// <summary>The article of a line that is not blank. An error holds the line, so that it can be mended and read again.</summary>
    public static DocumentItem ReadLine(ReadOnlySpan<byte> line, string source, int number, ReaderOptions options) =>
        ReadObject(line, source, number, options, ExpectedLine);

    /// <summary>The articles of a JSON array, or of objects that are laid out over several lines.</summary>
    public static IEnumerable<DocumentItem> ReadArray(Stream content, string source, ReaderOptions options)
    {
        var objects = new JsonObjects(content, options.MaxItemBytes);
        int count = 0;
        while (objects.TryRead())
        {
            count++;
            yield return objects.IsTooLong
                ? InputError.Item(
                    source, objects.Line, "too long an object", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes")
                : objects.IsForeign
                    ? InputError.Item(source, objects.Line, "a value that is no object", Expected(options, ExpectedObject), "leave it out")
                    : ReadObject(objects.Bytes, source, objects.Line, options, ExpectedObject);
        }

        if (count == 0)
        {
            yield return InputError.Note(source, "read as a JSON array without articles");
        }
    }

    private static string Expected(ReaderOptions options, string form) => $"{form} '{options.Fields.Text}' or '{options.Fields.Title}'";

    /// <summary>The article of an object. An error holds the object, unless it speaks of one that it was in.</summary>
    private static DocumentItem ReadObject(ReadOnlySpan<byte> json, string source, int number, ReaderOptions options, string form)
    {
        DocumentItem item = Parse(json, source, number, options, form);
        return item.Error is { Raw: null } error && json.Length <= InputError.MaxRawBytes
            ? new DocumentItem(error with { Raw = Encoding.UTF8.GetString(json.TrimEnd((byte)'\r')) })
            : item;
    }

    private static DocumentItem Parse(ReadOnlySpan<byte> json, string source, int number, ReaderOptions options, string form)
    {
        // Files put one behind the other leave byte order marks in the middle.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        json = json.StartsWith(mark) ? json[mark.Length..] : json;
        if (!Utf8.IsValid(json))
        {
            return InputError.Item(source, number, "bytes that are not UTF-8", Expected(options, form), "write the file as UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            var fields = new JsonFields(ref reader, options.Fields);
            return fields.Wrong is { } wrong
                ? InputError.Item(source, number, wrong, "a string (or a number as identifier or date)", "correct the field")
                : fields.Text is null && fields.Title is null && ErrorRecord.Of(json) is { } record
                    ? ReadMended(record, source, number, options)
                : ToItem(fields, source, number, options, form);
        }
        catch (JsonException broken)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"JSON that breaks off at byte {broken.BytePositionInLine}");
            return InputError.Item(source, number, place, Expected(options, form), "write each article as one object of valid JSON");
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws for an escape such as \uD800 that stands for half a character.
            return InputError.Item(source, number, "half a surrogate pair in a string", Expected(options, form), "write the character itself in UTF-8");
        }
    }

    /// <summary>A record of the error file: its line is read as that of the source that it came from.</summary>
    private static DocumentItem ReadMended(ErrorRecord record, string source, int number, ReaderOptions options)
    {
        if (MendedRow.IsIn(record, options))
        {
            return MendedRow.Read(record, options);
        }

        byte[] line = Encoding.UTF8.GetBytes(record.Raw ?? "");
        return record.Raw is null || ErrorRecord.IsIn(line)
            ? InputError.Item(source, number, $"the record of an error at {record} without the line itself", "a mended line in 'raw'", "mend that source and read it again")
            : ReadLine(line, record.File, record.Line, options);
    }

    private static DocumentItem ToItem(in JsonFields fields, string source, int number, ReaderOptions options, string form)
    {
        string title = LineBreaks.Trimmed(fields.Title ?? "");
        string text = LineBreaks.Trimmed(fields.Text ?? "");
        if (text.Length == 0 && title.Length == 0)
        {
            (string textName, string titleName) = (options.Fields.Text, options.Fields.Title);
            string found = fields.Text is null && fields.Title is null ? $"neither '{textName}' nor '{titleName}'" : $"an empty '{textName}' and no '{titleName}'";
            return InputError.Item(source, number, found, Expected(options, form), $"name the field that holds the passage '{textName}'");
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

        FeedDate? date = FeedDate.Parse(fields.Date);
        return new DocumentItem(new Article
        {
            Id = fields.Id ?? string.Create(CultureInfo.InvariantCulture, $"{source}#{number}"),
            Source = fields.Source ?? source,
            Line = number,
            Title = title.Length > 0 ? title : page.Title,
            Date = date?.Date ?? NewsDate.Find(fields.Date) ?? page.Date,
            Published = date?.Moment,
            Link = Links.Resolve(fields.Link, null),
            Author = AuthorName.OfText(FieldText.OneLine(fields.Author ?? "")),
            Passages = passages,
        });
    }
}
