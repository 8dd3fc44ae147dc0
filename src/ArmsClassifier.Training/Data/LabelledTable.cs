using System.Globalization;

namespace ArmsClassifier.Training;

/// <summary>
/// Reads tables of labelled passages: CSV with a header or JSONL. Columns <c>text</c> and <c>label</c> are needed; <c>also</c>,
/// <c>article</c>, <c>position</c> and <c>role</c> are used where they are; others are ignored.
/// </summary>
public static class LabelledTable
{
    private const int MaxLabelChars = 100;

    /// <summary>Reads one table. A bad row becomes an error and the rest is read.</summary>
    /// <param name="path">A <c>.csv</c> or <c>.jsonl</c> file; the content decides which.</param>
    /// <param name="errors">Receives the rows that could not be used.</param>
    /// <returns>The rows in order.</returns>
    /// <exception cref="DataFormatException">The file as a whole is not a table of labelled passages.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<LabelledPassage> Read(string path, ICollection<TableError> errors)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(errors);
        var rows = new List<LabelledPassage>();
        string table = Path.GetFileNameWithoutExtension(path);
        foreach (TableRow row in TableRows.Read(path, ["text", "label"], ["also", "article", "position", "role", "group"], errors))
        {
            if (Parse(row, table, errors) is { } passage)
            {
                rows.Add(passage);
            }
        }

        return rows;
    }

    /// <summary>Reads several tables or folders of tables (their <c>*.csv</c> and <c>*.jsonl</c>, in ordinal order).</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static IReadOnlyList<LabelledPassage> ReadAll(IEnumerable<string> paths, ICollection<TableError> errors)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var rows = new List<LabelledPassage>();
        foreach (string path in paths)
        {
            string[] files = Directory.Exists(path)
                ? [.. Directory.EnumerateFiles(path).Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f.EndsWith(".jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
                : [path];
            foreach (string file in files)
            {
                rows.AddRange(Read(file, errors));
            }
        }

        return rows;
    }

    private static LabelledPassage? Parse(TableRow row, string table, ICollection<TableError> errors)
    {
        string text = row["text"]?.Trim() ?? "";
        string label = row["label"]?.Trim() ?? "";
        string also = row["also"]?.Trim() ?? "";
        string article = row["article"]?.Trim() ?? "";
        string position = row["position"]?.Trim() ?? "";
        string role = row["role"]?.Trim() ?? "";
        string group = row["group"]?.Trim() ?? "";
        int place = 0;
        PassageRole part = PassageRole.Body;
        if (text.Length == 0)
        {
            return Refuse("text", "empty; expected a passage. Write one or delete the row");
        }

        if (label.Length is 0 or > MaxLabelChars || label.Any(char.IsControl))
        {
            return Refuse("label", label.Length == 0 ? "empty; expected a label" : $"{label.Length} characters; expected a label of at most {MaxLabelChars} on one line");
        }

        if (also == label)
        {
            return Refuse("also", $"'{also}' is the label itself; expected another label or nothing");
        }

        if (position.Length > 0 && !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out place))
        {
            return Refuse("position", $"'{Short(position)}'; expected a whole number from 0");
        }

        if (role.Length > 0 && !EnumName.TryParse(role, out part))
        {
            return Refuse("role", $"'{Short(role)}'; expected title, standfirst, body or furniture");
        }

        return new LabelledPassage
        {
            Text = text,
            Label = label,
            Also = also.Length == 0 ? null : also,
            Article = article.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{table}:{row.Line}") : $"{table}:{article}",
            Position = place,
            Role = part,
            Group = group.Length == 0 ? null : group,
            Table = table,
        };

        LabelledPassage? Refuse(string column, string message)
        {
            errors.Add(new TableError(row.File, row.Line, column, message));
            return null;
        }
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "...";
}
