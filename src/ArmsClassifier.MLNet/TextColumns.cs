using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet;

/// <summary>The text columns of a table of labelled passages at the place of a cursor.</summary>
internal sealed class TextColumns
{
    private static readonly string[] s_needed = [nameof(LabelledRow.Text), nameof(LabelledRow.Label)];
    private static readonly string[] s_others = [nameof(LabelledRow.Also), nameof(LabelledRow.Article), nameof(LabelledRow.Role), nameof(LabelledRow.Group), nameof(LabelledRow.Table)];

    private readonly Dictionary<string, Func<string>> _columns = new(StringComparer.Ordinal);

    /// <summary>Finds the columns.</summary>
    /// <exception cref="DataFormatException">A column is missing or has no text.</exception>
    public TextColumns(DataViewRow row)
    {
        foreach (string name in s_needed)
        {
            _columns[name] = row.Schema.GetColumnOrNull(name) is { } column
                ? TextOf(row, column)
                : throw new DataFormatException($"the table has no column '{name}'; it has {string.Join(", ", row.Schema.Select(c => c.Name))}");
        }

        foreach (string name in s_others)
        {
            _columns[name] = row.Schema.GetColumnOrNull(name) is { } column ? TextOf(row, column) : () => "";
        }
    }

    /// <summary>The text of a column; empty where the table does not have the column.</summary>
    public string this[string name] => _columns[name]();

    /// <summary>Whether a column of this name is read.</summary>
    public static bool IsOne(string name) => s_needed.Contains(name, StringComparer.Ordinal) || s_others.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads a column of one type.</summary>
    /// <exception cref="DataFormatException">It has another type.</exception>
    public static ValueGetter<T> Getter<T>(DataViewRow row, DataViewSchema.Column column, DataViewType type) =>
        column.Type.Equals(type) ? row.GetGetter<T>(column) : throw new DataFormatException($"column '{column.Name}' is {column.Type}; expected {type}");

    private static Func<string> TextOf(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is KeyDataViewType { RawType: var raw } && raw == typeof(uint) && column.HasKeyValues())
        {
            VBuffer<ReadOnlyMemory<char>> names = default;
            column.GetKeyValues(ref names);
            ReadOnlyMemory<char>[] texts = [.. names.DenseValues()];
            ValueGetter<uint> key = row.GetGetter<uint>(column);
            return () =>
            {
                uint value = 0;
                key(ref value);
                return value == 0 ? "" : texts[value - 1].ToString();
            };
        }

        ValueGetter<ReadOnlyMemory<char>> text = Getter<ReadOnlyMemory<char>>(row, column, TextDataViewType.Instance);
        return () =>
        {
            ReadOnlyMemory<char> value = default;
            text(ref value);
            return value.ToString();
        };
    }
}
