using System.Globalization;
using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet;

/// <summary>
/// Tables of labelled passages as ML.NET's tables, both ways. Columns <c>Text</c> and <c>Label</c> are needed; <c>Also</c>, <c>Article</c>,
/// <c>Group</c> and <c>Table</c> (text) and <c>Position</c> (32-bit integer) are used where they are. A label may also be a key that has its text.
/// </summary>
public static class LabelledView
{
    /// <summary>The column with the passage.</summary>
    internal const string Text = nameof(LabelledPassage.Text);

    /// <summary>The passages as a table of ML.NET.</summary>
    public static IDataView Write(MLContext context, IEnumerable<LabelledPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(passages);
        return context.Data.LoadFromEnumerable(passages.Select(passage => new LabelledRow
        {
            Text = passage.Text,
            Label = passage.Label,
            Also = passage.Also ?? "",
            Article = passage.Article,
            Position = passage.Position,
            Role = passage.Role.ToString(),
            Group = passage.Group ?? "",
            Table = passage.Table,
        }).ToArray());
    }

    /// <summary>The passages of a table of ML.NET, in its order. Rows without an article are an article each.</summary>
    /// <exception cref="DataFormatException">A column is missing or of the wrong type, or a row has no text or no label.</exception>
    public static IReadOnlyList<LabelledPassage> Read(IDataView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var passages = new List<LabelledPassage>();
        DataViewSchema schema = view.Schema;
        using DataViewRowCursor cursor = view.GetRowCursor(schema.Where(column => TextColumns.IsOne(column.Name) || column.Name == nameof(LabelledPassage.Position)));
        var columns = new TextColumns(cursor);
        ValueGetter<int>? position = schema.GetColumnOrNull(nameof(LabelledPassage.Position)) is { } place ? TextColumns.Getter<int>(cursor, place, NumberDataViewType.Int32) : null;
        while (cursor.MoveNext())
        {
            int at = 0;
            position?.Invoke(ref at);
            string row = cursor.Position.ToString(CultureInfo.InvariantCulture);
            string role = columns[nameof(LabelledPassage.Role)];
            PassageRole part = PassageRole.Body;
            if (role.Length > 0 && !EnumName.TryParse(role, out part))
            {
                throw new DataFormatException($"row {row}: role '{role}'; expected title, standfirst, body or furniture");
            }

            passages.Add(new LabelledPassage
            {
                Text = Needed(Text),
                Label = Needed(nameof(LabelledPassage.Label)),
                Also = OrNull(columns[nameof(LabelledPassage.Also)]),
                Article = OrNull(columns[nameof(LabelledPassage.Article)]) ?? $"row:{row}",
                Position = at,
                Role = part,
                Group = OrNull(columns[nameof(LabelledPassage.Group)]),
                Table = columns[nameof(LabelledPassage.Table)],
            });

            string Needed(string column) => OrNull(columns[column]) ?? throw new DataFormatException($"row {row}: column '{column}' is empty; fill it, or leave the row out");
        }

        return passages;
    }

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
