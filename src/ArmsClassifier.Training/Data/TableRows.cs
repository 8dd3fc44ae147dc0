using System.Text;
using System.Text.Json;
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

/// <summary>Reads the rows of CSV (RFC 4180, with a header) and JSONL files as UTF-8, one at a time.</summary>
internal static class TableRows
{
    private const int MaxErrorChars = 200;

    /// <summary>The rows of <paramref name="path"/>; a damaged row becomes an error, and reading goes on.</summary>
    /// <exception cref="DataFormatException">The file is empty or lacks a needed column.</exception>
    public static IEnumerable<TableRow> Read(string path, IReadOnlyList<string> needed, ICollection<TableError> errors)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        int first = reader.Peek();
        if (first < 0)
        {
            throw new DataFormatException($"{path}: the file is empty; expected a table with the columns {string.Join(", ", needed)}");
        }

        foreach (TableRow row in first == '{' ? ReadJsonLines(path, reader, needed, errors) : ReadCsv(path, reader, needed, errors))
        {
            yield return row;
        }
    }

    private static IEnumerable<TableRow> ReadCsv(string path, StreamReader reader, IReadOnlyList<string> needed, ICollection<TableError> errors)
    {
        var options = new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => errors.Add(new TableError(path, (int)record.LineNumber, "", Explain(record.Reason))),
        };
        using CsvReader table = CsvReader.Create(reader, options, leaveOpen: true);
        string[] header = [.. table.Headers];
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

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark inside an unquoted value; quote the value and double the mark",
        CsvMalformedReason.TextAfterClosingQuote => "text after a closing quotation mark; double the marks inside the value",
        CsvMalformedReason.UnterminatedQuote => "a quotation mark that is never closed; close it, for the rest of the table is inside",
        CsvMalformedReason.FieldCountMismatch => "more or fewer values than the header has; quote values that hold commas",
        _ => "not a row of a CSV table (RFC 4180)",
    };

    private static IEnumerable<TableRow> ReadJsonLines(string path, StreamReader reader, IReadOnlyList<string> needed, ICollection<TableError> errors)
    {
        int line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.AsSpan().Trim().Length > 0 && ParseObject(path, line, text, needed, errors) is { } values)
            {
                yield return new TableRow(path, line, values);
            }
        }
    }

    private static Dictionary<string, string>? ParseObject(string path, int line, string text, IReadOnlyList<string> needed, ICollection<TableError> errors)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                {
                    values[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
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
