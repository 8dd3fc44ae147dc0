namespace ArmsClassifier.Training.Tests;

/// <summary>A tenth of the passages has a label of a second labeller, who did not see the first.</summary>
public sealed class SecondLabelsTests
{
    private static readonly Lazy<(LabelledPassage First, string Second)[]> s_pairs = new(() =>
    {
        var errors = new List<TableError>();
        var rows = LabelledTable.ReadAll(ProjectFiles.PassageTables, errors).ToDictionary(row => (row.Article, row.Position));
        return [.. File.ReadLines(Path.Combine(ProjectFiles.Data, "second-labels.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (rows[($"{cells[0]}:{cells[1]}", int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture))], cells[3]))];
    });

    [Fact]
    public void They_are_a_tenth_of_the_passages_each_once()
    {
        s_pairs.Value.Distinct().Count().ShouldBe(s_pairs.Value.Length);
        int all = ProjectFiles.PassageTables.Sum(table => LabelledTable.Read(table, new List<TableError>()).Count);
        ((double)s_pairs.Value.Length / all).ShouldBeInRange(0.09, 0.12);
    }

    [Fact]
    public void The_two_labellers_agree_as_the_datasheet_says()
    {
        Prediction[] pairs = [.. s_pairs.Value.Select(p => new Prediction(p.First, p.Second, 1))];
        EvaluationReport report = Evaluator.Report(pairs);
        double chance = report.PerLabel.Sum(label => (double)label.Value.N * pairs.Count(p => p.Label == label.Key)) / ((double)pairs.Length * pairs.Length);
        double kappa = (report.Accuracy - chance) / (1 - chance);

        string sheet = File.ReadAllText(Path.Combine(ProjectFiles.Data, "DATASHEET.md"));
        sheet.ShouldContain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Cohen's kappa {kappa:F3}, macro-F1 {report.MacroF1:F3}"));
    }
}
