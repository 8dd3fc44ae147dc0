using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>Tells from the beginning of a text how the document is written down.</summary>
internal static class FormatRecognition
{
    private const int MaxHeaderChars = 4096;
    private const int MaxHeaderCellChars = 40;

    /// <summary>A feed that begins further on than this is text that speaks of one.</summary>
    private const int MaxJunkChars = 4096;

    private static readonly string[] s_delimiters = [",", ";", "\t"];

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>The format of a text that begins like this; plain text where it begins like nothing else.</summary>
    /// <param name="head">The beginning of the document, decoded, without a byte order mark.</param>
    /// <param name="textColumn">The column that makes a table a table of passages.</param>
    public static DocumentFormat Of(ReadOnlySpan<char> head, string textColumn)
    {
        head = head[LineBreaks.SkipBlank(head)..];
        return head switch
        {
            [] => DocumentFormat.Text,
            ['{', ..] when IsJsonFeed(head) => DocumentFormat.JsonFeed,
            ['{', ..] => IsLaidOut(head) ? DocumentFormat.Json : DocumentFormat.Jsonl,
            ['[', ..] when IsArrayOfObjects(head) => DocumentFormat.Json,
            _ when head.StartsWith(FastTextReader.LabelPrefix, StringComparison.Ordinal) => DocumentFormat.FastText,
            _ when head.StartsWith("WARC/", StringComparison.Ordinal) => DocumentFormat.Warc,
            _ => OfMarkup(head) ?? (Delimiter(head, textColumn) is null ? DocumentFormat.Text : DocumentFormat.Csv),
        };
    }

    /// <summary>What parts the columns of a header row that names a column, or null where the first line is no such row.</summary>
    /// <param name="head">The beginning of the document.</param>
    /// <param name="textColumn">The column.</param>
    public static string? Delimiter(ReadOnlySpan<char> head, string textColumn)
    {
        head = head[LineBreaks.SkipBlank(head)..];
        int end = head.IndexOfAny('\r', '\n');
        string line = (end < 0 ? head : head[..end]).ToString();
        return Array.Find(s_delimiters, delimiter => IsHeader(line, delimiter, textColumn));
    }

    /// <summary>Whether an object names the version of JSON Feed that it follows.</summary>
    private static bool IsJsonFeed(ReadOnlySpan<char> head) =>
        head.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase) || head.Contains("jsonfeed.org\\/version", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an object goes on over several lines, so that it cannot be a line of JSONL.</summary>
    private static bool IsLaidOut(ReadOnlySpan<char> head)
    {
        int end = head.IndexOfAny('\r', '\n');
        ReadOnlySpan<char> line = (end < 0 ? head : head[..end]).TrimEnd();
        return end >= 0 && (line.Length == 1 || (line[^1] is ',' or '[' or '{' && head[end..].TrimStart() is ['"' or '{' or '[', ..]));
    }

    private static bool IsArrayOfObjects(ReadOnlySpan<char> head)
    {
        ReadOnlySpan<char> rest = head[1..].TrimStart();
        return rest is ['{', ..] or [']', ..];
    }

    /// <summary>The format that the first tag with a known name stands for, or null where there is none near the beginning.</summary>
    private static DocumentFormat? OfMarkup(ReadOnlySpan<char> head)
    {
        bool isMarkup = head[0] == '<';
        bool isPage = false;
        bool isDeclared = head[..Math.Min(head.Length, MaxJunkChars)].Contains("<?xml", StringComparison.OrdinalIgnoreCase);
        for (int at = 0; at < head.Length;)
        {
            int open = head[at..].IndexOf('<');
            if (open < 0 || (!isMarkup && !isDeclared && at + open > MaxJunkChars))
            {
                break;
            }

            at += open + 1;
            ReadOnlySpan<char> tag = head[at..];
            if (tag.StartsWith("!--", StringComparison.Ordinal))
            {
                int close = tag.IndexOf("-->", StringComparison.Ordinal);
                at += Math.Max(close, 0);
            }
            else if (tag.StartsWith("!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                isPage = true;
            }
            else if (OfTag(tag, isCertain: isMarkup || isDeclared) is { } format)
            {
                return format;
            }
        }

        // XML of any other kind, and a document of comments alone, is told to be no feed rather than taken for text.
        return isPage ? DocumentFormat.Html : isMarkup && (isDeclared || IsComments(head)) ? DocumentFormat.Feed : null;
    }

    private static bool IsComments(ReadOnlySpan<char> head)
    {
        while (head.StartsWith("<!--", StringComparison.Ordinal) && head.IndexOf("-->", StringComparison.Ordinal) is > 0 and var close)
        {
            head = head[(close + 3)..].TrimStart();
        }

        return head.IsEmpty;
    }

    /// <summary>The format that a tag stands for, or null.</summary>
    /// <param name="tag">The text from the tag's name on.</param>
    /// <param name="isCertain">Whether the document is markup; a text may speak of tags, or hold a few.</param>
    private static DocumentFormat? OfTag(ReadOnlySpan<char> tag, bool isCertain)
    {
        int end = tag.IndexOfAny(s_nameEnd);
        if (end is <= 0 or > 40)
        {
            return null;
        }

        ReadOnlySpan<char> name = tag[..end];
        name = name[(name.LastIndexOf(':') + 1)..];
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return lower switch
        {
            "rss" or "rdf" => DocumentFormat.Feed,
            "feed" when isCertain || tag[end] == ' ' => DocumentFormat.Feed,
            "channel" or "item" or "entry" when isCertain => DocumentFormat.Feed,
            "opml" => DocumentFormat.Opml,
            "urlset" or "sitemapindex" => DocumentFormat.Sitemap,
            "html" or "head" or "body" => DocumentFormat.Html,
            "title" or "article" or "div" or "p" or "table" or "span" or "main" or "section" when isCertain => DocumentFormat.Html,
            _ => null,
        };
    }

    private static bool IsHeader(string line, string delimiter, string textColumn)
    {
        if (line.Length > MaxHeaderChars || !line.Contains(textColumn, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string[] cells = line.Split(delimiter, StringSplitOptions.TrimEntries);
        return cells.Length == 1
            ? cells[0].Trim('"') == textColumn
            : Array.Exists(cells, cell => PassageTableReader.IsColumn(cell, textColumn))
                && Array.TrueForAll(cells, cell => cell.Length <= MaxHeaderCellChars && !cell.EndsWith('.'));
    }
}
