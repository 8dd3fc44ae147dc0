using System.Globalization;
using System.Text;

namespace ArmsClassifier.Training;

/// <summary>Writes what a reader must know of a model before trusting it. Every number comes from the training run; the same run gives the same text.</summary>
public static class ModelCard
{
    /// <summary>What the card's file is called, beside the model.</summary>
    public const string FileName = "MODEL_CARD.md";

    /// <summary>The card in Markdown.</summary>
    public static string Write(TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        ModelInfo info = result.Info;
        Line(text, $"# Model card: {info.Name}");
        Line(text, $"");
        Line(text, $"Written by `armsclassifier train`; every number below is from that run.");
        Line(text, $"");
        Line(text, $"A multinomial linear model over words and the features that its settings name, for English news passages. Its labels: {string.Join(", ", info.Labels.Select(l => $"`{l}`"))}.");
        Line(text, $"It reads a passage alone: no context, no world knowledge, no check of facts. Text in other languages is answered `{Classifier.Unsupported}`.");
        Line(text, $"");
        Line(text, $"| | |");
        Line(text, $"|---|---|");
        Line(text, $"| training passages | {info.TrainingPassages:N0} |");
        Line(text, $"| training data, SHA-256 | `{info.TrainingDataHash}` |");
        Line(text, $"| model file | {result.Model.Length:N0} bytes |");
        Line(text, $"| temperature | {info.Temperature:F3} |");
        Line(text, $"| settings | {string.Join(", ", info.Settings.Select(s => $"{s.Key} {s.Value}"))} |");
        Line(text, $"");
        Line(text, $"## Cross-validation by article");
        Line(text, $"");
        Line(text, $"Each passage was scored by a model that had seen neither its article nor a near-duplicate of it, with the biases of the shipped model, which");
        Line(text, $"expect the mix of labels that a feed has. Tables written to hold every label in equal parts do worse with them; the column `own mix` has the");
        Line(text, $"macro-F1 with the biases of the table's own kind, and so shows what the features tell apart from the mix.");
        Line(text, $"Macro-F1 has a 95 % bootstrap interval over articles.");
        Line(text, $"");
        Tables(text, result);
        Articles(text, result);
        Invariance(text, result);
        PerLabel(text, result.Report);
        Confusion(text, result.Report);
        return text.ToString();
    }

    private static void Tables(StringBuilder text, TrainingResult result)
    {
        Line(text, $"| table | n | accuracy | lenient | macro-F1 | interval | own mix | ECE | accuracy at 80 % | at 50 % |");
        Line(text, $"|---|---|---|---|---|---|---|---|---|---|");
        Row(text, "**all**", result.Report, Evaluator.Report(result.HeldOutOwnMix));
        foreach (IGrouping<string, Prediction> table in result.HeldOut.GroupBy(p => p.Passage.Table, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(text, Cell(table.Key), Evaluator.Report([.. table]), Evaluator.Report([.. result.HeldOutOwnMix.Where(p => p.Passage.Table == table.Key)]));
        }

        Line(text, $"");
    }

    private static void Row(StringBuilder text, string name, EvaluationReport report, EvaluationReport ownMix) =>
        Line(text, $"| {name} | {report.N:N0} | {report.Accuracy:F3} | {report.LenientAccuracy:F3} | {report.MacroF1:F3} | {report.MacroF1Low:F3} - {report.MacroF1High:F3} | {ownMix.MacroF1:F3} | {report.Ece:F3} | {report.AccuracyAt80:F3} | {report.AccuracyAt50:F3} |");

    private static void Articles(StringBuilder text, TrainingResult result)
    {
        if (ArticleEvaluator.Report(result.HeldOut, result.Info) is not { } articles || ArticleEvaluator.Report(result.HeldOutOwnMix, result.Info) is not { } ownMix)
        {
            return;
        }

        Line(text, $"Whole articles, labelled from the labels of their passages:");
        Line(text, $"");
        Line(text, $"| {articles.Labels.N:N0} articles | accuracy | macro-F1 | interval | about the subject: precision | recall | F1 |");
        Line(text, $"|---|---|---|---|---|---|---|");
        Row("biases of a feed", articles);
        Row("biases of their own kind", ownMix);
        Line(text, $"");

        void Row(string name, ArticleReport report) => Line(text, $"| {name} | {report.Labels.Accuracy:F3} | {report.Labels.MacroF1:F3} | {report.Labels.MacroF1Low:F3} - {report.Labels.MacroF1High:F3} | {report.Subject.Precision:F3} | {report.Subject.Recall:F3} | {report.Subject.F1:F3} |");
    }

    private static void Invariance(StringBuilder text, TrainingResult result)
    {
        if (result.Invariance is { } invariance)
        {
            Line(text, $"Swapping states, weapons, firms, persons and sums for others of their kind moves the label of {invariance.Flips:N0} of {invariance.Passages:N0} passages ({invariance.FlipRate:P2}).");
            Line(text, $"");
        }
    }

    private static void PerLabel(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"| label | n | precision | recall | F1 |");
        Line(text, $"|---|---|---|---|---|");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            Line(text, $"| {Cell(label)} | {figures.N:N0} | {figures.Precision:F3} | {figures.Recall:F3} | {figures.F1:F3} |");
        }

        Line(text, $"");
    }

    private static void Confusion(StringBuilder text, EvaluationReport report)
    {
        Line(text, $"| true \\ given | {string.Join(" | ", report.PerLabel.Keys.Select(Cell))} |");
        Line(text, $"|---|{string.Concat(report.PerLabel.Keys.Select(_ => "---|"))}");
        foreach ((string label, IReadOnlyDictionary<string, int> given) in report.Confusion)
        {
            Line(text, $"| {Cell(label)} | {string.Join(" | ", report.PerLabel.Keys.Select(l => given.GetValueOrDefault(l).ToString("N0", CultureInfo.InvariantCulture)))} |");
        }
    }

    private static string Cell(string label) => label.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
