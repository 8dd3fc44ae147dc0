using System.Globalization;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>One item of the input that could not be read, or something to know about those that were; the items around it are not touched by it.</summary>
public sealed record InputError
{
    /// <summary>Longest item that an error holds, in bytes: what is longer is nothing that a person mends.</summary>
    internal const int MaxRawBytes = 1 << 20;

    private const int MaxExcerptChars = 80;

    /// <summary>File, feed or URL that was being read.</summary>
    public required string Source { get; init; }

    /// <summary>Line of the source on which the item begins, counted from 1; 0 where the trouble is with the source as a whole.</summary>
    public int Line { get; init; }

    /// <summary>Whether an item was lost, was read with a loss, or this only tells what was assumed. Default: an item was lost.</summary>
    public InputSeverity Severity { get; init; }

    /// <summary>One sentence of under 1,000 characters: what was found, what was expected, and how to mend it.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The item as it stands in the source, so that it can be mended and read again: a line of JSONL, an object of a JSON array, or a row of a
    /// table below the header of the table. Otherwise null, as for items over 1 MiB. Bytes that are not UTF-8 are U+FFFD in it.
    /// </summary>
    public string? Raw { get; init; }

    /// <summary>The error as <c>source:line: message</c>.</summary>
    public override string ToString() =>
        Line == 0 ? $"{Source}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}: {Message}");

    internal static DocumentItem Item(string source, int line, string found, string expected, string cure) =>
        new(new InputError { Source = source, Line = line, Message = $"found {found}, expected {expected}; {cure}" });

    /// <summary>Something that was read with a loss, or repaired.</summary>
    internal static DocumentItem Warning(string source, int line, string found, string expected, string cure) =>
        new(new InputError { Source = source, Line = line, Severity = InputSeverity.Warning, Message = $"found {found}, expected {expected}; {cure}" });

    /// <summary>What was assumed about a source as a whole, such as <c>read as RSS 2.0, windows-1252 (XML declaration)</c>.</summary>
    internal static DocumentItem Note(string source, string assumed) =>
        new(new InputError { Source = source, Severity = InputSeverity.Note, Message = assumed });

    /// <summary>The one notice that a source gets for all its bytes that are not UTF-8.</summary>
    internal static DocumentItem ReplacedBytes(string source, int line) => Warning(
        source, line, "bytes that are not UTF-8", "UTF-8",
        "they were read as U+FFFD here and wherever else they occur: save the source as UTF-8");

    /// <summary>The beginning of a text from the input, fit for an error message: short, on one line, without control characters.</summary>
    internal static string Excerpt(ReadOnlySpan<char> text)
    {
        var excerpt = new StringBuilder(MaxExcerptChars + 1);
        foreach (char c in text[..Math.Min(text.Length, MaxExcerptChars)])
        {
            bool isPlain = !char.IsControl(c) && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
            excerpt.Append(isPlain ? c : '?');
        }

        return text.Length > MaxExcerptChars ? excerpt.Append('…').ToString() : excerpt.ToString();
    }
}
