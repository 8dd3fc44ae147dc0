using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). A feed that breaks off gives the items before that; a bad item is one error.
/// </summary>
internal sealed class JsonFeedReader
{
    private const string Expected = "an item of JSON Feed";

    private readonly OpenedDocument _document;
    private readonly ReaderOptions _options;
    private readonly ArticleIds _ids = new();
    private readonly XmlTroubles _troubles = new();
    private string _version = "";
    private string _author = "";
    private Uri? _site;
    private int _items = -1;
    private int _empty;

    private JsonFeedReader(OpenedDocument document, ReaderOptions options)
    {
        _document = document;
        _options = options;
        _site = document.Source.Address;
    }

    private string Source => _document.Source.Name;

    /// <summary>The articles of a feed.</summary>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options) => new JsonFeedReader(document, options).Read();

    private IEnumerable<DocumentItem> Read()
    {
        var utf8 = new LenientUtf8();
        if (ReadAll(utf8) is not { } json)
        {
            yield return InputError.Item(
                Source, 0, "too long a feed", $"at most {_options.MaxItemBytes} characters", "split it, or raise MaxItemBytes");
            yield break;
        }

        string? broken = ReadHead(json);
        yield return InputError.Note(Source, _document.Remark("read as JSON Feed" + (_version.Length > 0 ? " " + _version : "")));
        if (_items < 0)
        {
            yield return InputError.Item(Source, 0, broken ?? "no list 'items'", "JSON Feed", "check that this is the feed itself");
            yield break;
        }

        int line = json.AsSpan(0, _items).Count((byte)'\n') + 1;
        var objects = new JsonObjects(new MemoryStream(json, _items, json.Length - _items), _options.MaxItemBytes, line);
        while (objects.TryRead(untilBracket: true))
        {
            if (objects.IsForeign)
            {
                yield return InputError.Item(Source, objects.Line, "a value that is no object", Expected, "leave it out");
            }
            else if (ReadItem(objects.Bytes, objects.Line) is { } item)
            {
                yield return item;
            }
        }

        if (Warning(utf8, broken) is { } warning)
        {
            yield return warning;
        }
    }

    /// <summary>The whole feed as UTF-8, or null where it is longer than the limit.</summary>
    private byte[]? ReadAll(LenientUtf8 utf8)
    {
        using TextReader reader = _document.OpenText(utf8);
        var text = new StringBuilder();
        char[] buffer = new char[16 << 10];
        int length;
        while ((length = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, length);
            if (text.Length > _options.MaxItemBytes)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads what the feed says of itself; returns where it breaks off, or null.</summary>
    private string? ReadHead(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString() ?? "";
                reader.Read();
                ReadProperty(ref reader, name);
            }

            return null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The array is known by then, unless the trouble is before it.
            return broken is JsonException { LineNumber: { } at }
                ? string.Create(CultureInfo.InvariantCulture, $"JSON that breaks off at line {at + 1}")
                : "half a surrogate pair in a string";
        }
    }

    private void ReadProperty(ref Utf8JsonReader reader, string name)
    {
        if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
        {
            _items = (int)reader.TokenStartIndex + 1;
            reader.Skip();
            return;
        }

        if (name is not ("version" or "home_page_url" or "feed_url" or "author" or "authors"))
        {
            reader.Skip();
            return;
        }

        using var value = JsonDocument.ParseValue(ref reader);
        JsonElement element = value.RootElement;
        switch (name)
        {
            case "version":
                string version = Text(element) ?? "";
                _version = InputError.Excerpt(version.AsSpan(version.LastIndexOf('/') + 1)[..Math.Min(4, version.Length - version.LastIndexOf('/') - 1)]);
                break;
            case "author" or "authors":
                _author = _author.Length > 0 ? _author : Authors(element);
                break;
            default:
                _site ??= Links.Address(Text(element), null);
                break;
        }
    }

    private DocumentItem? ReadItem(ReadOnlySpan<byte> json, int line)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var item = JsonDocument.ParseValue(ref reader);
            return ToItem(item.RootElement, line);
        }
        catch (JsonException)
        {
            return InputError.Item(Source, line, "JSON that breaks off", Expected, "the items before and after it are read");
        }
        catch (InvalidOperationException)
        {
            return InputError.Item(Source, line, "half a surrogate pair in a string", Expected, "write the character itself in UTF-8");
        }
    }

    private DocumentItem? ToItem(JsonElement item, int line)
    {
        string title = FieldText.OneLine(string.Join(' ', HtmlText.Lines(Field(item, "title"))));
        IReadOnlyList<Passage> passages = ArticleText.Passages(title, Lines(item), line, _options);
        if (passages.Count == 0)
        {
            _empty++;
            _troubles.Add("an item without title and text", line);
            return null;
        }

        string link = FirstOf(
            Links.Resolve(Field(item, "url"), _site), Links.Resolve(Field(item, "external_url"), _site), Links.Resolve(Field(item, "id"), null));
        FeedDate? date = FeedDate.Parse(Field(item, "date_published")) ?? FeedDate.Parse(Field(item, "date_modified"));
        string author = FirstOf(Authors(item, "authors"), Authors(item, "author"), _author);
        return new DocumentItem(new Article
        {
            Id = _ids.Take(Field(item, "id"), link, string.Create(CultureInfo.InvariantCulture, $"{Source}#{line}")),
            Source = Source,
            Line = line,
            Title = title,
            Date = date?.Date,
            Published = date?.Moment,
            Link = link,
            Author = author,
            Passages = passages,
        });
    }

    private static IReadOnlyList<string> Lines(JsonElement item)
    {
        IReadOnlyList<string> html = HtmlText.Lines(Field(item, "content_html"));
        IReadOnlyList<string> plain = [.. LineBreaks.Lines(Field(item, "content_text")).Select(line => line.Text)];
        IReadOnlyList<string> full = html.Sum(line => line.Length) >= plain.Sum(line => line.Length) ? html : plain;
        return full.Count > 0 ? full : HtmlText.Lines(Field(item, "summary"));
    }

    private DocumentItem? Warning(LenientUtf8 utf8, string? broken)
    {
        if (broken is not null)
        {
            _troubles.Add(broken, 1);
        }

        if (utf8.HasReplaced)
        {
            _troubles.Add("bytes that are not UTF-8, read as windows-1252", 1);
        }

        if (_ids.Doubles > 0)
        {
            _troubles.Add("an identifier given to two items", 1);
        }

        return _troubles.IsEmpty ? null : _troubles.ToWarning(Source, "valid JSON Feed");
    }

    private static string FirstOf(params ReadOnlySpan<string> values)
    {
        foreach (string value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }

    private static string Authors(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement authors) ? Authors(authors) : "";

    /// <summary>The names in an author, a list of authors, or a plain text.</summary>
    private static string Authors(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return string.Join(", ", element.EnumerateArray().Select(Authors).Where(name => name.Length > 0));
        }

        return AuthorName.OfText(FieldText.OneLine(element.ValueKind == JsonValueKind.Object ? Field(element, "name") : Text(element) ?? ""));
    }

    private static string Field(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) ? Text(value)?.Trim() ?? "" : "";

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
