using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>Finds the paragraphs of an article in the data of a web application, for pages that hold their text nowhere else.</summary>
internal static class AppText
{
    private const int MinChars = 60;
    private const int MaxParagraphs = 2_000;

    private static readonly JsonReaderOptions s_lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    /// <summary>The lines of all strings that read as prose, in order, none twice.</summary>
    public static List<string> Find(IEnumerable<string> scripts)
    {
        var lines = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string script in scripts)
        {
            try
            {
                Read(Encoding.UTF8.GetBytes(script), lines, seen);
            }
            catch (JsonException)
            {
                // What was read up to the fault is kept.
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: the same.
            }
        }

        return lines;
    }

    private static void Read(ReadOnlySpan<byte> json, List<string> lines, HashSet<string> seen)
    {
        var reader = new Utf8JsonReader(json, s_lenient);
        bool isText = false;
        while (reader.Read() && lines.Count < MaxParagraphs)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isText = !reader.ValueTextEquals("description"u8) && !reader.ValueTextEquals("excerpt"u8) && !reader.ValueTextEquals("caption"u8)
                    && !reader.ValueTextEquals("alt"u8) && !reader.ValueTextEquals("seoDescription"u8) && !reader.ValueTextEquals("summary"u8);
            }
            else if (reader.TokenType == JsonTokenType.String && isText && reader.ValueSpan.Length >= MinChars && reader.ValueSpan.Contains((byte)' '))
            {
                Add(reader.GetString()!, lines, seen);
            }
        }
    }

    private static void Add(string value, List<string> lines, HashSet<string> seen)
    {
        foreach (string line in HtmlText.Lines(value))
        {
            if (line.Length >= MinChars && TextLines.EndsSentence(line) && line.Count(' ') * 12 >= line.Length && seen.Add(line))
            {
                lines.Add(line);
            }
        }
    }
}
