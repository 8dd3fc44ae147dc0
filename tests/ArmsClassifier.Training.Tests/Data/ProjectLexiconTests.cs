namespace ArmsClassifier.Training.Tests;

public sealed class ProjectLexiconTests
{
    [Fact]
    public void The_lexicon_reads_without_error() =>
        LexiconTable.ReadFolder(Path.Combine(ProjectFiles.Data, "lexicon")).Count.ShouldBeGreaterThan(30_000);

    [Fact]
    public void Every_file_is_sorted_by_class_and_then_term()
    {
        var unsorted = new List<string>();
        foreach (TableRow[] rows in ProjectFiles.Lexicons.Select(Read))
        {
            foreach ((TableRow before, TableRow row) in rows.Zip(rows.Skip(1)))
            {
                int order = string.CompareOrdinal(before["class"], row["class"]);
                if (order > 0 || (order == 0 && string.CompareOrdinal(before["term"], row["term"]) > 0))
                {
                    unsorted.Add(Named(row));
                }
            }
        }

        unsorted.ShouldBeEmpty();
    }

    [Fact]
    public void No_row_stands_twice_in_a_file() =>
        ProjectFiles.Lexicons.SelectMany(path => Read(path).GroupBy(row => (row["term"], row["class"], row["kind"], row["case"])).Where(same => same.Count() > 1))
            .Select(same => Named(same.Last())).ShouldBeEmpty();

    private static TableRow[] Read(string path)
    {
        var errors = new List<TableError>();
        TableRow[] rows = [.. TableRows.Read(path, ["term", "class", "kind", "case"], [], errors)];
        errors.ShouldBeEmpty();
        return rows;
    }

    private static string Named(TableRow row) => $"{Path.GetFileName(row.File)}:{row.Line}: {row["term"]},{row["class"]},{row["kind"]},{row["case"]}";
}
