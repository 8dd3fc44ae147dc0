using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ArmsClassifier.Feeds;

/// <summary>Reads one article from each line of a JSONL stream. Of a field given twice the last counts; others are skipped.</summary>
internal static class JsonlReader
{
    private const string Expected = "a JSON object on one line, with a string 'text' or 'title'";

    public static IEnumerable<DocumentItem> Read(Stream content, string source, ReaderOptions options)
    {
        var lines = new Utf8LineReader(content, options.MaxItemBytes);
        while (lines.TryRead())
        {
            if (lines.IsTooLong)
            {
                yield return InputError.Item(
                    source, lines.Number, "too long a line", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes");
            }
            else if (lines.Line.ContainsAnyExcept(" \t\r"u8))
            {
                yield return ReadLine(lines.Line, source, lines.Number, options);
            }
        }
    }

    private static DocumentItem ReadLine(ReadOnlySpan<byte> line, string source, int number, ReaderOptions options)
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
            Fields fields = default;
            return fields.Fill(ref reader) is { } wrong
                ? InputError.Item(source, number, wrong, "a string (or a number as 'id' or 'date')", "correct the field")
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

    private static DocumentItem ToItem(in Fields fields, string source, int number, ReaderOptions options)
    {
        string title = LineBreaks.Trim(fields.Title).ToString();
        string text = LineBreaks.Trim(fields.Text).ToString();
        if (text.Length == 0 && title.Length == 0)
        {
            string found = fields.Text is null && fields.Title is null ? "neither 'text' nor 'title'" : "an empty 'text' and no 'title'";
            return InputError.Item(source, number, found, Expected, "name the field that holds the passage 'text'");
        }

        Page page = options.OnePassagePerItem || text.Length == 0
            ? Page.OfPassage(text)
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

    private struct Fields
    {
        public string? Text;
        public string? Title;
        public string? Id;
        public string? Date;
        public string? Source;

        /// <summary>Takes the fields from a line; returns what is wrong with their types, or null.</summary>
        public string? Fill(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return "no object";
            }

            string? wrong = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string? error = reader.ValueTextEquals("text"u8) ? Take(ref reader, "text", out Text)
                    : reader.ValueTextEquals("title"u8) ? Take(ref reader, "title", out Title)
                    : reader.ValueTextEquals("source"u8) ? Take(ref reader, "source", out Source)
                    : reader.ValueTextEquals("id"u8) ? Take(ref reader, "id", out Id, orNumber: true)
                    : reader.ValueTextEquals("date"u8) ? Take(ref reader, "date", out Date, orNumber: true)
                    : Skip(ref reader);
                wrong = error ?? wrong;
            }

            // Reading past the object's end makes the reader refuse anything that follows on the line.
            reader.Read();
            return wrong;
        }

        private static string? Skip(ref Utf8JsonReader reader)
        {
            reader.Skip();
            return null;
        }

        private static string? Take(ref Utf8JsonReader reader, string name, out string? value, bool orNumber = false)
        {
            reader.Read();
            value = reader.TokenType == JsonTokenType.String ? reader.GetString()
                : orNumber && reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan)
                : null;
            string? wrong = value is null && reader.TokenType != JsonTokenType.Null ? $"a '{name}' that is {Name(reader.TokenType)}" : null;
            reader.Skip();
            return wrong;
        }

        private static string Name(JsonTokenType type) => type switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.Number => "a number",
            _ => "true or false",
        };
    }
}
