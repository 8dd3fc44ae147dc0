using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>The fields of a JSONL line that mean something.</summary>
internal struct JsonlFields
{
    public string? Text;
    public string? Title;
    public string? Id;
    public string? Date;
    public string? Source;

    // Where the values of an error record stand in the line, or 0. They are taken only where they are needed: other records have such fields too.
    private int _raw;
    private int _file;
    private int _line;

    /// <summary>Whether this is the record of a bad line, as the error file has them.</summary>
    public readonly bool IsErrorRecord => Text is null && Title is null && _file > 0 && _line > 0;

    /// <summary>In the record of an error: the bad line, the file that it came from, and its number there.</summary>
    public readonly (string? Raw, string? File, string? Line) ErrorRecord(ReadOnlySpan<byte> line) => (Value(line, _raw), Value(line, _file), Value(line, _line));

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
                : reader.ValueTextEquals("raw"u8) ? Note(ref reader, out _raw)
                : reader.ValueTextEquals("file"u8) ? Note(ref reader, out _file)
                : reader.ValueTextEquals("line"u8) ? Note(ref reader, out _line)
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

    private static string? Note(ref Utf8JsonReader reader, out int place)
    {
        reader.Read();
        place = (int)reader.TokenStartIndex;
        return Skip(ref reader);
    }

    private static string? Value(ReadOnlySpan<byte> line, int place)
    {
        if (place == 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(line[place..]);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
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
