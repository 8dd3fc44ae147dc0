using System.Globalization;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>A line of the file in which a run tells of bad items: where the item is, and, of a bad line, the line itself, perhaps mended by now.</summary>
/// <param name="File">The source that the item came from.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Raw">The item; null where the source has to be read again.</param>
internal sealed record ErrorRecord(string File, int Line, string? Raw)
{
    /// <summary>Reads a JSON object that is valid and has no text; null where it is no record of an error.</summary>
    public static ErrorRecord? Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        (string? file, string? raw, int line, bool hasMessage) = (null, null, -1, false);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                file = name == "file" ? reader.GetString() : file;
                raw = name == "raw" ? reader.GetString() : raw;
                hasMessage |= name == "message";
            }
            else if (name == "line" && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number))
            {
                line = number;
            }

            reader.Skip();
        }

        return file is not null && hasMessage && line >= 0 ? new ErrorRecord(file, line, string.IsNullOrWhiteSpace(raw) ? null : raw) : null;
    }

    /// <summary>Whether a line that may be no JSON at all is the record of an error: such a record is read once, not again and again.</summary>
    public static bool IsIn(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.TrimStart((byte)' ').StartsWith((byte)'{') && Of(line) is not null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Where the item is, for a message.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InputError.Excerpt(File)}:{Line}");
}
