using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Training;

/// <summary>
/// Joins a table of labels to the documents that they were given to. The table holds no text, only hashes, so that it can be published where
/// the documents cannot: <c>document,document_sha256,line_number,passage_sha256,label,also</c>.
/// </summary>
public static class DocumentLabels
{
    /// <summary>Hexadecimal digits of a passage's hash in the table.</summary>
    public const int PassageHashDigits = 16;

    private static readonly string[] s_columns = ["document", "document_sha256", "line_number", "passage_sha256", "label"];

    /// <summary>Finds the documents of a table by the SHA-256 of their bytes and takes the labelled lines out of them.</summary>
    /// <param name="labelsPath">The table.</param>
    /// <param name="documents">Names and contents, in any order; the names serve messages only, but for a document that was changed.</param>
    /// <returns>What was found, in the order of the table, with everything that does not fit.</returns>
    /// <exception cref="DataFormatException">The table as a whole is no table of labels.</exception>
    /// <exception cref="IOException">The table cannot be read.</exception>
    public static DocumentJoin Join(string labelsPath, IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> documents)
    {
        ArgumentNullException.ThrowIfNull(labelsPath);
        ArgumentNullException.ThrowIfNull(documents);
        var errors = new List<TableError>();
        var listed = new List<IGrouping<string, TableRow>>(TableRows.Read(labelsPath, s_columns, [], errors).GroupBy(HashOf, StringComparer.Ordinal));
        var byHash = listed.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var byName = listed.Select(group => group.First()["document"]!).ToHashSet(StringComparer.Ordinal);
        var given = new Dictionary<string, (string Name, ReadOnlyMemory<byte> Content)>(StringComparer.Ordinal);
        var unlisted = new List<string>();
        foreach ((string name, ReadOnlyMemory<byte> content) in documents)
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
            if (byHash.Contains(hash))
            {
                given.TryAdd(hash, (name, content));
            }
            else if (byName.Contains(Path.GetFileName(name)))
            {
                errors.Add(new TableError(name, 0, "", $"has the SHA-256 {hash}, which {labelsPath} does not list, though it lists the name; get the document as it was labelled"));
            }
            else
            {
                unlisted.Add(name);
            }
        }

        return new DocumentJoin
        {
            Documents = [.. listed.Where(group => given.ContainsKey(group.Key)).Select(group => Take(group, given[group.Key], errors))],
            Missing = [.. listed.Where(group => !given.ContainsKey(group.Key)).Select(group => group.First()["document"]!)],
            Unlisted = unlisted,
            Errors = errors,
        };
    }

    private static string HashOf(TableRow row) => row["document_sha256"]!.Trim().ToLowerInvariant();

    private static LabelledDocument Take(IGrouping<string, TableRow> rows, (string Name, ReadOnlyMemory<byte> Content) document, List<TableError> errors)
    {
        string[] lines = Lines(document.Content.Span);
        var taken = new List<LabelledLine>();
        foreach (TableRow row in rows)
        {
            if (Parse(row, lines, document.Name, errors) is { } line)
            {
                taken.Add(line);
            }
        }

        return new LabelledDocument
        {
            Name = rows.First()["document"]!,
            Source = document.Name,
            Content = document.Content,
            Lines = [.. taken.OrderBy(line => line.Number)],
        };
    }

    private static LabelledLine? Parse(TableRow row, string[] lines, string source, List<TableError> errors)
    {
        string number = row["line_number"]!.Trim();
        string label = row["label"]!.Trim();
        string also = row["also"]?.Trim() ?? "";
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int at) || at < 1 || at > lines.Length)
        {
            errors.Add(new TableError(row.File, row.Line, "line_number", $"expected a line of {source}, which has {lines.Length}; correct the number"));
            return null;
        }

        string text = lines[at - 1];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..PassageHashDigits];
        if (label.Length == 0)
        {
            errors.Add(new TableError(row.File, row.Line, "label", "empty; expected a label"));
            return null;
        }

        if (!hash.Equals(row["passage_sha256"]!.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new TableError(row.File, row.Line, "passage_sha256", $"not the hash of line {at} of {source}, which is {hash}; correct the line number or the hash"));
            return null;
        }

        return new LabelledLine(at, text, label, also.Length == 0 ? null : also);
    }

    // The line breaks at which the readers of documents count, so that line numbers mean the same everywhere.
    private static string[] Lines(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        string text = Encoding.UTF8.GetString(content.StartsWith(mark) ? content[mark.Length..] : content);
        return [.. text.Split(["\r\n", "\r", "\n", "\u2028", "\u2029"], StringSplitOptions.TrimEntries)];
    }
}

/// <summary>What came of joining labels to documents.</summary>
public sealed record DocumentJoin
{
    /// <summary>The documents that were found, in the order of the table.</summary>
    public required IReadOnlyList<LabelledDocument> Documents { get; init; }

    /// <summary>Names of the documents that the table lists and that were not given.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Names of the documents that were given and that the table does not list.</summary>
    public required IReadOnlyList<string> Unlisted { get; init; }

    /// <summary>Rows that do not fit their document, and documents that were changed since they were labelled.</summary>
    public required IReadOnlyList<TableError> Errors { get; init; }
}

/// <summary>A document with the labels of its lines.</summary>
public sealed record LabelledDocument
{
    /// <summary>Its name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The name under which it was given.</summary>
    public required string Source { get; init; }

    /// <summary>Its bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The labelled lines in the order of the document.</summary>
    public required IReadOnlyList<LabelledLine> Lines { get; init; }
}

/// <summary>A line of a document with its label.</summary>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Text">The line without surrounding white space.</param>
/// <param name="Label">Its label.</param>
/// <param name="Also">A second label that is just as defensible, or null.</param>
public readonly record struct LabelledLine(int Number, string Text, string Label, string? Also);
