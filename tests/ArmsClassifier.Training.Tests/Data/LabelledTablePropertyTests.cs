using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ArmsClassifier.Training.Tests;

public sealed class LabelledTablePropertyTests
{
    private static readonly (string Column, string Row)[] s_badRows =
    [
        ("text", ",sport,,0,body"), ("text", "\" \n \",sport,,0,body"), ("label", "fine,,,0,body"), ("also", "fine,sport,sport,0,body"),
        ("position", "fine,sport,,x,body"), ("role", "fine,sport,,0,chorus"), ("", "fine,sport,,0"), ("", "fine,sport,,0,body,more"),
        ("", "fi\"ne,sport,,0,body"), ("", "\"fine\" said,sport,,0,body"), ("", "\"fi\nne\"s,sport,,0,body"),
    ];

    private static readonly string[] s_pieces = ["rain", "goal", "\u00e9t\u00e9", "\ud83c\udf27", ",", "\"", "\n", "\r\n", " ", ";", "{", "'", "="];

    [Fact]
    public void Exactly_the_planted_bad_rows_are_reported_and_all_others_read()
    {
        Gen<string> text = Gen.Elements(s_pieces).ListOf().Select(pieces => "a" + string.Concat(pieces) + "z");
        Gen<PlantedRow> good = text.Select(value => new PlantedRow(value, null, $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\",sport,,0,body"));
        Gen<PlantedRow> bad = Gen.Elements(s_badRows).Select(row => new PlantedRow(null, row.Column, row.Row));
        Gen<PlantedTable> table =
            from rows in Gen.OneOf(good, good, bad).ListOf()
            from lineEnd in Gen.Elements("\n", "\r\n")
            from hasMark in Gen.Elements(true, false)
            select new PlantedTable([.. rows], lineEnd, hasMark);

        Prop.ForAll(table.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Holds(PlantedTable table)
    {
        var content = new StringBuilder(table.HasMark ? "\uFEFF" : "").Append("text,label,also,position,role").Append(table.LineEnd);
        var expectedErrors = new List<(int Line, string Column)>();
        var expectedRows = new List<(string Text, string Article)>();
        int line = 2;
        foreach (PlantedRow row in table.Rows)
        {
            content.Append(row.Csv).Append(table.LineEnd);
            if (row.Text is null)
            {
                expectedErrors.Add((line, row.BadColumn!));
            }
            else
            {
                expectedRows.Add((row.Text, $"table:{line}"));
            }

            line += 1 + row.Csv.Count(c => c == '\n');
        }

        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(TableReading.Csv, content.ToString());

        errors.Select(error => (error.Line, error.Column)).ShouldBe(expectedErrors);
        rows.Select(row => (row.Text, row.Article)).ShouldBe(expectedRows);
    }

    private sealed record PlantedRow(string? Text, string? BadColumn, string Csv);

    private sealed record PlantedTable(PlantedRow[] Rows, string LineEnd, bool HasMark);
}
