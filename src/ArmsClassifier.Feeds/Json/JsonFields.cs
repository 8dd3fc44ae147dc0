using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>The fields of a JSON object that say something of an article. Of a field given twice the last counts; others are skipped.</summary>
internal struct JsonFields
{
    private readonly FieldNames _names;
    private string? _text;
    private string? _data;
    private string? _link;
    private string? _url;
    private string? _date;
    private string? _published;

    /// <summary>Takes the fields of one object.</summary>
    /// <param name="reader">At the beginning of the object.</param>
    /// <param name="names">What the fields are called.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    /// <exception cref="InvalidOperationException">A string holds half a surrogate pair.</exception>
    public JsonFields(ref Utf8JsonReader reader, FieldNames names)
    {
        _names = names;
        Wrong = Fill(ref reader);
    }

    /// <summary>What is wrong with the types of the fields, or null.</summary>
    public string? Wrong { get; }

    /// <summary>The text, or null.</summary>
    public readonly string? Text => _text ?? _data;

    /// <summary>The headline, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>The identifier, or null.</summary>
    public string? Id { get; private set; }

    /// <summary>The date as written, or null.</summary>
    public readonly string? Date => _date ?? _published;

    /// <summary>The name of the source, or null.</summary>
    public string? Source { get; private set; }

    /// <summary>The address, or null.</summary>
    public readonly string? Link => _link ?? _url;

    /// <summary>The authors, or null.</summary>
    public string? Author { get; private set; }

    private string? Fill(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return "no object";
        }

        string? wrong = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            wrong = TakeField(ref reader) ?? wrong;
        }

        // Reading past the object's end makes the reader refuse anything that follows it.
        reader.Read();
        return wrong;
    }

    private string? TakeField(ref Utf8JsonReader reader)
    {
        string? error = null;
        if (reader.ValueTextEquals(_names.Text))
        {
            _text = Take(ref reader, _names.Text, ref error);
        }
        else if (reader.ValueTextEquals(_names.Title))
        {
            Title = Take(ref reader, _names.Title, ref error);
        }
        else if (reader.ValueTextEquals(_names.Id))
        {
            Id = Take(ref reader, _names.Id, ref error, orNumber: true);
        }
        else if (reader.ValueTextEquals(_names.Date))
        {
            _date = Take(ref reader, _names.Date, ref error, orNumber: true);
        }
        else if (reader.ValueTextEquals("source"u8))
        {
            Source = Take(ref reader, "source", ref error);
        }
        else if (reader.ValueTextEquals(_names.Link))
        {
            _link = TakeAny(ref reader);
        }
        else if (reader.ValueTextEquals(_names.Author))
        {
            Author = TakeAny(ref reader);
        }
        else if (reader.ValueTextEquals("data"u8))
        {
            _data = TakeAny(ref reader);
        }
        else if (reader.ValueTextEquals("url"u8))
        {
            _url = TakeAny(ref reader);
        }
        else if (reader.ValueTextEquals("published"u8))
        {
            _published = TakeAny(ref reader);
        }
        else
        {
            reader.Skip();
        }

        return error;
    }

    private static string? Take(ref Utf8JsonReader reader, string name, ref string? error, bool orNumber = false)
    {
        reader.Read();
        string? value = reader.TokenType == JsonTokenType.String ? reader.GetString()
            : orNumber && reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan)
            : null;
        error = value is null && reader.TokenType != JsonTokenType.Null ? $"a '{InputError.Excerpt(name)}' that is {Name(reader.TokenType)}" : null;
        reader.Skip();
        return value;
    }

    /// <summary>A text, or the texts of a list with commas between; null where the value is of another type.</summary>
    private static string? TakeAny(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            string? value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
            return value;
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }

            reader.Skip();
        }

        return texts.Count == 0 ? null : string.Join(", ", texts);
    }

    private static string Name(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        _ => "true or false",
    };
}
