using System.Globalization;
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
        using FiguresPage page = FiguresPage.On(terminal);
        IAnsiConsole console = page.Console;
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
        Table table = FiguresPage.Grid("Model " + PlainText.Clean(evaluation.Model.Name), "");
        Add("passages", string.Create(CultureInfo.InvariantCulture, $"{report.N:N0} of {evaluation.Articles:N0} articles"));
        Add("accuracy", FiguresPage.Percent(report.Accuracy));
        Add("accuracy, second label counted", FiguresPage.Percent(report.LenientAccuracy));
        Add("macro-F1", $"{FiguresPage.Percent(report.MacroF1)}, 95 % interval {FiguresPage.Percent(report.MacroF1Low)} to {FiguresPage.Percent(report.MacroF1High)}");
        if (evaluation.Relevance is { } relevance)
        {
            Add("background or not", FiguresPage.Percent(relevance));
        }

        Add("calibration error (ECE)", FiguresPage.Percent(report.Ece));
        Add("accuracy at 50, 80, 100 % coverage", $"{FiguresPage.Percent(report.AccuracyAt50)}, {FiguresPage.Percent(report.AccuracyAt80)}, {FiguresPage.Percent(report.AccuracyAt100)}");
        if (evaluation.Whole is { } articles)
        {
            Add("whole articles", FiguresPage.Count(articles.Labels.N));
            Add("  accuracy, macro-F1", $"{FiguresPage.Percent(articles.Labels.Accuracy)}, {FiguresPage.Percent(articles.Labels.MacroF1)}");
            Add("  about the subject, F1", FiguresPage.Percent(articles.Subject.F1));
        }

        if (evaluation.News is { } news)
        {
            Add("without page furniture", string.Create(CultureInfo.InvariantCulture, $"{news.N:N0} passages"));
            Add("  accuracy", FiguresPage.Percent(news.Accuracy));
            Add("  accuracy, second label counted", FiguresPage.Percent(news.LenientAccuracy));
            Add("background given another label", string.Create(CultureInfo.InvariantCulture, $"{evaluation.BackgroundLost:N0} of {evaluation.Background:N0}"));
        }

        return table;

        void Add(string name, string value) => table.AddRow(new Cell(name), new Cell(value));
    }

    private static Table Labels(EvaluationReport report)
    {
        Table table = FiguresPage.Grid("label", "precision", "recall", "F1", "n");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            string n = FiguresPage.Count(figures.N);
            FiguresPage.AddRow(table, [label, FiguresPage.Percent(figures.Precision), FiguresPage.Percent(figures.Recall), FiguresPage.Percent(figures.F1), n]);
        }

        return table;
    }

    private static Table Confusion(EvaluationReport report)
    {
        string[] given = [.. report.Confusion.Keys.Concat(report.Confusion.Values.SelectMany(row => row.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Table table = FiguresPage.Grid(["", .. given]);
        foreach ((string label, IReadOnlyDictionary<string, int> row) in report.Confusion)
        {
            FiguresPage.AddRow(table, [label, .. given.Select(other => FiguresPage.Count(row.GetValueOrDefault(other)))]);
        }

        return table;
    }
}
