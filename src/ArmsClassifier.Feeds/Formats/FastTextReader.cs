using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ArmsClassifier.Feeds;

/// <summary>Reads fastText training lines: labels that begin with <c>__label__</c>, then a passage. The labels are left out.</summary>
internal static class FastTextReader
{
    /// <summary>How every label begins.</summary>
    public const string LabelPrefix = "__label__";

    /// <summary>One article with one passage for each line.</summary>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options)
    {
        string source = document.Source.Name;
        var lines = new Utf8LineReader(document.Content, options.MaxItemBytes);
        bool isReplacementTold = false;
        yield return InputError.Note(source, document.Remark("read as fastText lines, their labels left out"));
        while (lines.TryRead())
        {
            if (lines.IsTooLong)
            {
                yield return InputError.Item(
                    source, lines.Number, "too long a line", $"at most {options.MaxItemBytes} bytes", "split it, or raise MaxItemBytes");
                continue;
            }

            if (!isReplacementTold && !Utf8.IsValid(lines.Line))
            {
                isReplacementTold = true;
                yield return InputError.ReplacedBytes(source, lines.Number);
            }

            if (Text(Encoding.UTF8.GetString(lines.Line)) is { } text)
            {
                yield return text.Length > 0
                    ? new DocumentItem(new Article
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{source}#{lines.Number}"),
                        Source = source,
                        Line = lines.Number,
                        Passages = [new Passage(text, PassageRole.Body, lines.Number)],
                    })
                    : InputError.Item(source, lines.Number, "labels without a passage", "a passage behind the labels", "write it, or leave the line out");
            }
        }
    }

    /// <summary>The line without its labels; null where the line is blank.</summary>
    private static string? Text(string line)
    {
        ReadOnlySpan<char> text = LineBreaks.Trim(line);
        if (text.IsEmpty)
        {
            return null;
        }

        while (text.StartsWith(LabelPrefix, StringComparison.Ordinal))
        {
            int end = text.IndexOfAny(' ', '\t');
            text = end < 0 ? default : LineBreaks.Trim(text[end..]);
        }

        return text.ToString();
    }
}
