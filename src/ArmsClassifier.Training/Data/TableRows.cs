using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;

namespace ArmsClassifier.Training;

/// <summary>A row of a table: its values by column name.</summary>
internal sealed class TableRow(string file, int line, IReadOnlyDictionary<string, string> values)
{
    /// <summary>The table.</summary>
    public string File { get; } = file;

    /// <summary>Line on which the row begins, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The value of <paramref name="column"/>, or null where the table has none.</summary>
    public string? this[string column] => values.GetValueOrDefault(column);
}

/// <summary>Reads the rows of CSV (RFC 4180, with a header; comma, semicolon or tab) and JSONL files as UTF-8, one at a time.</summary>
internal static class TableRows
{
    private const int MaxErrorChars = 200;

    /// <summary>The rows of <paramref name="path"/>; a damaged row becomes an error, and reading goes on.</summary>
    /// <param name="path">The table; the first character that is not white space decides between CSV and JSONL.</param>
    /// <param name="needed">Columns that every row has.</param>
    /// <param name="used">Columns that are used where they are.</param>
    /// <param name="errors">Receives the damaged rows.</param>
    /// <exception cref="DataFormatException">The file is empty or lacks a needed column.</exception>
    public static IEnumerable<TableRow> Read(string path, IReadOnlyList<string> needed, IReadOnlyList<string> used, ICollection<TableError> errors)
    {
        byte[] file = File.ReadAllBytes(path);
        ReadOnlyMemory<byte> content = file.AsMemory(file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        ReadOnlySpan<byte> start = content.Span.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
        {
            throw new DataFormatException($"{path}: the file is empty; expected a table with the columns {string.Join(", ", needed)}");
        }

        return start[0] == '{' ? ReadJsonLines(path, content, needed, used, errors) : ReadCsv(path, content, needed, errors);
    }

    private static IEnumerable<TableRow> ReadCsv(string path, ReadOnlyMemory<byte> content, IReadOnlyList<string> needed, ICollection<TableError> errors)
    {
        var options = new CsvReaderOptions
        {
            Separator = SeparatorOf(content.Span),
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => errors.Add(new TableError(path, (int)record.LineNumber, "", Explain(record.Reason))),
        };
        using CsvReader table = CsvReader.Create(content, options);
        string[] header = [.. table.Headers.Select(name => name.Trim().ToLowerInvariant())];
        foreach (string column in needed)
        {
            if (!header.Contains(column, StringComparer.Ordinal))
            {
                string found = string.Join(", ", header);
                throw new DataFormatException(
                    $"{path}:1: no column '{column}' in the header ({(found.Length <= MaxErrorChars ? found : found[..MaxErrorChars])}); expected {string.Join(", ", needed)}");
            }
        }

        while (table.Read())
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < header.Length; i++)
            {
                values[header[i]] = table.GetString(i);
            }

            yield return new TableRow(path, (int)table.LineNumber, values);
        }
    }

    /// <summary>The separator of the header, which holds names without any: a comma, or where there is none a semicolon or a tab.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> content)
    {
        int end = content.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> header = end < 0 ? content : content[..end];
        return header.Contains((byte)',') ? ',' : header.Contains((byte)';') ? ';' : header.Contains((byte)'\t') ? '\t' : ',';
    }

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark inside an unquoted value; quote the value and double the mark",
        CsvMalformedReason.TextAfterClosingQuote => "text after a closing quotation mark; double the marks inside the value",
        CsvMalformedReason.UnterminatedQuote => "a quotation mark that is never closed; close it, for the rest of the table is inside",
        CsvMalformedReason.FieldCountMismatch => "more or fewer values than the header has; quote values that hold commas",
        _ => "not a row of a CSV table (RFC 4180)",
    };

    private static IEnumerable<TableRow> ReadJsonLines(
        string path, ReadOnlyMemory<byte> content, IReadOnlyList<string> needed, IReadOnlyList<string> used, ICollection<TableError> errors)
    {
        for (int line = 1; content.Length > 0; line++)
        {
            int end = content.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> text = end < 0 ? content : content[..end];
            content = content[(end < 0 ? content.Length : end + 1)..];
            if (text.Span.Trim(" \t\r"u8).Length > 0 && ParseObject(path, line, text, needed, used, errors) is { } values)
            {
                yield return new TableRow(path, line, values);
            }
        }
    }

    private static Dictionary<string, string>? ParseObject(
        string path, int line, ReadOnlyMemory<byte> text, IReadOnlyList<string> needed, IReadOnlyList<string> used, ICollection<TableError> errors)
    {
        if (!Utf8.IsValid(text.Span))
        {
            errors.Add(new TableError(path, line, "", "not UTF-8; save the file as UTF-8"));
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                JsonValueKind kind = property.Value.ValueKind;
                if (kind is JsonValueKind.String or JsonValueKind.Number)
                {
                    values[property.Name] = kind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
                }
                else if (kind != JsonValueKind.Null && (needed.Contains(property.Name) || used.Contains(property.Name)))
                {
                    errors.Add(new TableError(path, line, property.Name, $"{kind}; expected a string"));
                    return null;
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            errors.Add(new TableError(path, line, "", "not a JSON object; expected one object a line"));
            return null;
        }

        foreach (string field in needed)
        {
            if (!values.ContainsKey(field))
            {
                errors.Add(new TableError(path, line, field, "missing; expected a string"));
                return null;
            }
        }

        return values;
    }
}
