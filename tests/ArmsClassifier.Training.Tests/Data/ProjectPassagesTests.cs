namespace ArmsClassifier.Training.Tests;

public sealed class ProjectPassagesTests
{
    private static readonly Lazy<(IReadOnlyList<LabelledPassage> Rows, List<TableError> Errors)> s_tables = new(() =>
    {
        var errors = new List<TableError>();
        return (LabelledTable.ReadAll(ProjectFiles.PassageTables, errors), errors);
    });

    private static IReadOnlyList<LabelledPassage> Rows => s_tables.Value.Rows;

    [Fact]
    public void There_are_tables_and_every_one_of_them_has_rows() =>
        Rows.Select(row => row.Table).Distinct().ShouldBe(ProjectFiles.PassageTables.Select(path => Path.GetFileNameWithoutExtension(path)));

    [Fact]
    public void Every_row_reads_without_error() => s_tables.Value.Errors.Select(error => error.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_label_stands_in_the_codebook()
    {
        string[] labels = ProjectFiles.CodebookLabels;

        labels.Length.ShouldBe(5);
        Rows.Where(row => !labels.Contains(row.Label) || (row.Also is not null && !labels.Contains(row.Also)))
            .Select(row => $"{row.Article} {row.Position}: {row.Label} / {row.Also}").ShouldBeEmpty();
    }

    [Fact]
    public void No_text_has_two_labels() =>
        Rows.GroupBy(row => row.Text, StringComparer.Ordinal).Where(same => same.Select(row => row.Label).Distinct().Count() > 1)
            .Select(same => string.Join("; ", same.Select(row => $"{row.Article} {row.Position} {row.Label}")) + ": " + same.Key).ShouldBeEmpty();

    [Fact]
    public void The_articles_can_be_split_into_folds_of_about_the_same_size()
    {
        int[] folds = DataSplit.Folds(Rows, 5);

        Enumerable.Range(0, 5).Select(fold => folds.Count(f => f == fold) / (double)Rows.Count).ShouldAllBe(share => share > 0.17 && share < 0.23);
    }
}
