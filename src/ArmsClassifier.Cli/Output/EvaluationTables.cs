using System.Globalization;
using System.Text;
using ArmsClassifier.Training;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>An evaluation as tables for a person.</summary>
internal static class EvaluationTables
{
    /// <summary>Writes them to standard output.</summary>
    public static void Write(Terminal terminal, Evaluation evaluation)
    {
        using var writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        IAnsiConsole console = SpectreConsole.On(writer, terminal.HasColour, isInteractive: false, terminal.Width);
        EvaluationReport report = evaluation.Report;
        console.Write(Summary(evaluation));
        console.WriteLine();
        console.Write(Labels(report));
        console.WriteLine();
        console.WriteLine("Confusion: rows are true labels, columns what the model gave");
        console.Write(Confusion(report));
    }

    private static Table Summary(Evaluation evaluation)
    {
        EvaluationReport report = evaluation.Report;
        Table table = Grid("Model " + PlainText.Clean(evaluation.Model.Name), "");
        Add("passages", string.Create(CultureInfo.InvariantCulture, $"{report.N:N0} of {evaluation.Articles:N0} articles"));
        Add("accuracy", Percent(report.Accuracy));
        Add("accuracy, second label counted", Percent(report.LenientAccuracy));
        Add("macro-F1", $"{Percent(report.MacroF1)}, 95 % interval {Percent(report.MacroF1Low)} to {Percent(report.MacroF1High)}");
        if (evaluation.Relevance is { } relevance)
        {
            Add("background or not", Percent(relevance));
        }

        Add("calibration error (ECE)", Percent(report.Ece));
        Add("accuracy at 50, 80, 100 % coverage", $"{Percent(report.AccuracyAt50)}, {Percent(report.AccuracyAt80)}, {Percent(report.AccuracyAt100)}");
        if (evaluation.Whole is { } articles)
        {
            Add("whole articles", articles.Labels.N.ToString("N0", CultureInfo.InvariantCulture));
            Add("  accuracy, macro-F1", $"{Percent(articles.Labels.Accuracy)}, {Percent(articles.Labels.MacroF1)}");
            Add("  about the subject, F1", Percent(articles.Subject.F1));
        }

        if (evaluation.News is { } news)
        {
            Add("without page furniture", string.Create(CultureInfo.InvariantCulture, $"{news.N:N0} passages"));
            Add("  accuracy", Percent(news.Accuracy));
            Add("  accuracy, second label counted", Percent(news.LenientAccuracy));
            Add("background given another label", string.Create(CultureInfo.InvariantCulture, $"{evaluation.BackgroundLost:N0} of {evaluation.Background:N0}"));
        }

        return table;

        void Add(string name, string value) => table.AddRow(new Cell(name), new Cell(value));
    }

    private static Table Labels(EvaluationReport report)
    {
        Table table = Grid("label", "precision", "recall", "F1", "n");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            string n = figures.N.ToString("N0", CultureInfo.InvariantCulture);
            AddRow(table, [label, Percent(figures.Precision), Percent(figures.Recall), Percent(figures.F1), n]);
        }

        return table;
    }

    private static Table Confusion(EvaluationReport report)
    {
        string[] given = [.. report.Confusion.Keys.Concat(report.Confusion.Values.SelectMany(row => row.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Table table = Grid(["", .. given]);
        foreach ((string label, IReadOnlyDictionary<string, int> row) in report.Confusion)
        {
            AddRow(table, [label, .. given.Select(other => row.GetValueOrDefault(other).ToString("N0", CultureInfo.InvariantCulture))]);
        }

        return table;
    }

    private static Table Grid(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int i = 0; i < columns.Length; i++)
        {
            table.AddColumn(new TableColumn(new Cell(PlainText.Clean(columns[i]))) { Alignment = i == 0 || columns.Length == 2 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static void AddRow(Table table, IEnumerable<string> values) => table.AddRow(values.Select(value => new Cell(PlainText.Clean(value))));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
