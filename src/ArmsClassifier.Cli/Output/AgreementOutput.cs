using System.Text.Json;
using ArmsClassifier.Training;
using Spectre.Console;

namespace ArmsClassifier.Cli.Output;

/// <summary>Agreement between annotators, for a person, for machines, and as a table to settle.</summary>
internal static class AgreementOutput
{
    private const int MostConfusions = 10;

    /// <summary>Writes tables to standard output.</summary>
    public static void WriteTables(Terminal terminal, AgreementReport report)
    {
        using FiguresPage page = FiguresPage.On(terminal);
        Table summary = FiguresPage.Grid("Agreement", "");
        FiguresPage.AddRow(summary, ["passages in two tables or more", $"{FiguresPage.Count(report.Shared)} of {FiguresPage.Count(report.Items)}"]);
        FiguresPage.AddRow(summary, ["Krippendorff's alpha", $"{FiguresPage.Figure(report.Alpha)}, 95 % interval {FiguresPage.Figure(report.AlphaLow)} to {FiguresPage.Figure(report.AlphaHigh)}"]);
        FiguresPage.AddRow(summary, ["passages with different labels", FiguresPage.Count(report.Disagreements.Count)]);
        page.Console.Write(summary);

        Table pairs = FiguresPage.Grid("annotators", "passages", "same label", "second label counted", "kappa", "95 % interval");
        foreach (PairAgreement pair in report.Pairs)
        {
            string interval = $"{FiguresPage.Figure(pair.KappaLow)} to {FiguresPage.Figure(pair.KappaHigh)}";
            FiguresPage.AddRow(
                pairs,
                pair.N == 0
                    ? [$"{pair.First}, {pair.Second}", "0", "-", "-", "-", "-"]
                    : [$"{pair.First}, {pair.Second}", FiguresPage.Count(pair.N), FiguresPage.Percent(pair.Observed), FiguresPage.Percent(pair.Lenient), FiguresPage.Figure(pair.Kappa), interval]);
        }

        page.Console.Write(pairs);
        Table confusions = FiguresPage.Grid("labels that meet most often", "passages");
        foreach ((string labels, int count) in Confusions(report).Take(MostConfusions))
        {
            FiguresPage.AddRow(confusions, [labels, FiguresPage.Count(count)]);
        }

        if (confusions.Rows.Count > 0)
        {
            page.Console.Write(confusions);
        }
    }

    /// <summary>Writes one JSON object.</summary>
    public static void WriteJson(Stream stream, AgreementReport report)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        json.WriteStartObject();
        json.WriteStartArray("annotators");
        foreach (string annotator in report.Annotators)
        {
            json.WriteStringValue(annotator);
        }

        json.WriteEndArray();
        json.WriteNumber("items", report.Items);
        json.WriteNumber("shared", report.Shared);
        line.WriteFigure("alpha", report.Alpha);
        line.WriteFigure("alphaLow", report.AlphaLow);
        line.WriteFigure("alphaHigh", report.AlphaHigh);
        json.WriteNumber("disagreements", report.Disagreements.Count);
        json.WriteStartArray("pairs");
        foreach (PairAgreement pair in report.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteNumber("n", pair.N);
            line.WriteFigure("observed", pair.Observed);
            line.WriteFigure("lenient", pair.Lenient);
            line.WriteFigure("kappa", pair.Kappa);
            line.WriteFigure("kappaLow", pair.KappaLow);
            line.WriteFigure("kappaHigh", pair.KappaHigh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        line.WriteTo(stream);
    }

    /// <summary>Writes the passages with different labels as a table, whose column <c>label</c> is empty: filled in, it is one to train on.</summary>
    public static void WriteDisagreements(string path, AgreementReport report, OutputDisk disk) => CsvFile.Write(
        path,
        disk,
        ["article", "position", "text", "label", .. report.Annotators.Select(annotator => "label by " + annotator)],
        report.Disagreements.Select(item => (string[])[item.Passage.Article, Names.Of(item.Passage.Position), item.Passage.Text, "", .. item.Labels.Select(label => label ?? "")]));

    private static IEnumerable<(string Labels, int Count)> Confusions(AgreementReport report) => report.Disagreements
        .Select(item => string.Join(" / ", item.Labels.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
        .CountBy(labels => labels, StringComparer.Ordinal)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key, pair.Value));
}
