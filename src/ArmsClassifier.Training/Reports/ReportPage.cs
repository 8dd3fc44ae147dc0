using System.Globalization;
using System.Net;
using System.Text;
using ArmsClassifier.Training.Reports;

namespace ArmsClassifier.Training;

/// <summary>
/// A page from which a person can judge a model: what it confuses, how far its probabilities can be trusted, what decides. One file without
/// script or outside resource; the same run gives the same bytes.
/// </summary>
public static class ReportPage
{
    /// <summary>What the page's file is called, beside the model.</summary>
    public const string FileName = "report.html";

    private const int Confusions = 8;
    private const int Examples = 3;
    private const int ExampleChars = 400;

    /// <summary>The page.</summary>
    public static string Write(TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        IReadOnlyList<Prediction> feed = result.HeldOutFeed;
        EvaluationReport report = Evaluator.Report(feed);
        var page = new StringBuilder();
        Head(page, result);
        Summary(page, result, feed, report);
        ConfusionMatrix(page, report);
        Plots(page, result, feed, report);
        FrequentConfusions(page, feed);
        Features(page, result);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder page, TrainingResult result)
    {
        string name = Text(result.Info.Name);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        Line(page, $"<title>{name}: can this model be trusted?</title>");
        page.Append("<style>\n").Append(ReportStyle.Css.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n");
        Line(page, $"<h1>{name}</h1>");
    }

    private static void Summary(StringBuilder page, TrainingResult result, IReadOnlyList<Prediction> feed, EvaluationReport report)
    {
        string which = result.FeedTables.Count == 0 ? "all tables" : $"the tables with the mix of a feed ({string.Join(", ", result.FeedTables.Order(StringComparer.Ordinal))})";
        Line(page, $"<p>Trained on {result.Info.TrainingPassages:N0} passages. Every figure below comes from cross-validation by article: each passage was labelled by a model that had seen neither its article nor a near-duplicate. Figures and plots are over {Text(which)}: {report.N:N0} passages.</p>");
        Line(page, $"<ul class=\"facts\">");
        Fact(page, "macro-F1", report.MacroF1, $"95 % interval {report.MacroF1Low:F3} to {report.MacroF1High:F3}");
        Fact(page, "accuracy", report.Accuracy, $"{report.LenientAccuracy:F3} with the second label counted");
        Fact(page, "accuracy at 80 % coverage", report.AccuracyAt80, $"{report.AccuracyAt50:F3} at 50 %");
        Fact(page, "calibration error", report.Ece, $"0 is perfect");
        if (Evaluator.Relevance(feed, result.Info) is { } relevance)
        {
            Fact(page, $"{result.Info.Background} or not", relevance, $"share told right");
        }

        if (result.Invariance is { } invariance)
        {
            Fact(page, "flip rate", invariance.FlipRate, $"labels that move when names and sums are swapped, {invariance.Passages:N0} passages");
        }

        page.Append("</ul>\n");
    }

    private static void Fact(StringBuilder page, string name, double value, FormattableString note) =>
        Line(page, $"<li>{Text(name)}<b>{value:F3}</b><span class=\"note\">{Text(note.ToString(CultureInfo.InvariantCulture))}</span></li>");

    private static void ConfusionMatrix(StringBuilder page, EvaluationReport report)
    {
        string[] labels = [.. report.PerLabel.Keys];
        page.Append("<h2>What is taken for what</h2>\n<div class=\"wide\"><table>\n");
        Line(page, $"<tr><th>true \\ given</th>{string.Concat(labels.Select(l => $"<th>{Text(l)}</th>"))}<th>n</th><th>precision</th><th>recall</th><th>F1</th></tr>");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            IReadOnlyDictionary<string, int> given = report.Confusion[label];
            string cells = string.Concat(labels.Select(l => Cell(given.GetValueOrDefault(l), figures.N)));
            Line(page, $"<tr><td>{Text(label)}</td>{cells}<td>{figures.N:N0}</td><td>{figures.Precision:F3}</td><td>{figures.Recall:F3}</td><td>{figures.F1:F3}</td></tr>");
        }

        page.Append("</table></div>\n");
    }

    private static string Cell(int count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"<td style=\"background: rgb(var(--shade) / {(of == 0 ? 0 : (double)count / of * 0.6):0.##})\">{count:N0}</td>");

    private static void Plots(StringBuilder page, TrainingResult result, IReadOnlyList<Prediction> feed, EvaluationReport report)
    {
        page.Append("<h2>How far to trust it</h2>\n<div class=\"row\">\n");
        var reliability = new LinePlot("Reliability", "stated probability", "share right") { HasDiagonal = true };
        reliability.Add("", Curves.Reliability(feed));
        var coverage = new LinePlot("Accuracy by coverage", "share of passages answered, surest first", "share right");
        coverage.Add("", Curves.AccuracyByCoverage(feed));
        var precision = new LinePlot("Precision and recall by label", "recall", "precision");
        foreach (string label in report.PerLabel.Keys)
        {
            precision.Add(label, Curves.PrecisionByRecall(feed, label));
        }

        page.Append(precision.Draw()).Append(reliability.Draw()).Append(coverage.Draw());
        if (result.LearningCurve.Count > 1)
        {
            var learning = new LinePlot("Learning curve, all tables", "passages trained on", "macro-F1", result.LearningCurve[^1].Passages);
            learning.Add("", [.. result.LearningCurve.Select(p => ((double)p.Passages, p.MacroF1))]);
            page.Append(learning.Draw());
        }

        page.Append("</div>\n");
    }

    private static void FrequentConfusions(StringBuilder page, IReadOnlyList<Prediction> feed)
    {
        page.Append("<h2>Most frequent confusions</h2>\n<p class=\"note\">With the training passages on which the model was surest and wrong.</p>\n");
        foreach (IGrouping<(string True, string Given), Prediction> pair in feed.Where(p => !p.IsRight).GroupBy(p => (True: p.Passage.Label, Given: p.Label))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.True, StringComparer.Ordinal).ThenBy(g => g.Key.Given, StringComparer.Ordinal).Take(Confusions))
        {
            Line(page, $"<p><b>{Text(pair.Key.True)}</b> taken for <b>{Text(pair.Key.Given)}</b>: {pair.Count():N0}, of which {pair.Count(p => p.IsDefensible):N0} have {Text(pair.Key.Given)} as a second label</p>");
            foreach (Prediction example in pair.OrderBy(p => p.IsDefensible).ThenByDescending(p => p.Confidence).ThenBy(p => p.Passage.Text, StringComparer.Ordinal).Take(Examples))
            {
                Line(page, $"<blockquote>{Text(Shortened(example.Passage.Text))} <span class=\"note\">({example.Confidence:F2})</span></blockquote>");
            }
        }
    }

    private static string Shortened(string text)
    {
        if (text.Length <= ExampleChars)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', ExampleChars);
        return $"{text[..(end > 0 ? end : ExampleChars)]} \u2026";
    }

    private static void Features(StringBuilder page, TrainingResult result)
    {
        page.Append("<h2>What decides</h2>\n<p class=\"note\">The features that add most to the score of each label, with what one of them adds before the passage's length is divided out.</p>\n<div class=\"wide\"><table>\n");
        Line(page, $"<tr>{string.Concat(result.TopFeatures.Keys.Select(l => $"<th>{Text(l)}</th>"))}</tr>");
        int rows = result.TopFeatures.Values.Select(features => features.Count).DefaultIfEmpty(0).Max();
        for (int row = 0; row < rows; row++)
        {
            string cells = string.Concat(result.TopFeatures.Values.Select(features => row < features.Count ? Cell(features[row]) : "<td></td>"));
            Line(page, $"<tr>{cells}</tr>");
        }

        page.Append("</table></div>\n");
    }

    private static string Cell(NamedWeight feature) =>
        string.Create(CultureInfo.InvariantCulture, $"<td>{Text(feature.Feature)} <span class=\"note\">{feature.Weight:F1}</span></td>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
