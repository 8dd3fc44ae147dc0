using System.Globalization;

namespace ArmsClassifier.Training.Tests;

public sealed class DatasheetTests
{
    private static readonly string[] s_labels = ["sale", "block", "diplomatic-rupture", "analysis", "none"];

    [Fact]
    public void The_datasheet_counts_what_the_tables_hold()
    {
        string[] lines = File.ReadAllLines(Path.Combine(ProjectFiles.Data, "DATASHEET.md"));
        foreach (string path in ProjectFiles.PassageTables)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            IReadOnlyList<LabelledPassage> rows = LabelledTable.Read(path, new List<TableError>());
            string[] cells = lines.Single(l => l.StartsWith($"| {name} |", StringComparison.Ordinal)).Trim('|').Split('|', StringSplitOptions.TrimEntries);

            cells[2..].Select(cell => int.Parse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ShouldBe(
                [rows.Select(r => r.Article).Distinct().Count(), rows.Count, .. s_labels.Select(label => rows.Count(r => r.Label == label))],
                name);
        }
    }
}
