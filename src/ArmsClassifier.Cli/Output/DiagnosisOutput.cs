using System.Globalization;
using System.Text.Json;
using ArmsClassifier.Training;
using Spectre.Console;

namespace ArmsClassifier.Cli.Output;

/// <summary>What may be wrong with a table, for a person, for machines, and row by row.</summary>
internal static class DiagnosisOutput
{
    private const int MostShown = 10;

    private static readonly FindingKind[] s_kinds = Enum.GetValues<FindingKind>();

    /// <summary>Writes tables to standard output.</summary>
    public static void WriteTables(Terminal terminal, Diagnosis diagnosis)
    {
        using FiguresPage page = FiguresPage.On(terminal);
        Table balance = FiguresPage.Grid($"{FiguresPage.Count(diagnosis.Rows)} rows of {FiguresPage.Count(diagnosis.Articles)} articles", "rows", "share");
        foreach ((string label, int rows) in diagnosis.Balance)
        {
            FiguresPage.AddRow(balance, [label, FiguresPage.Count(rows), FiguresPage.Percent((double)rows / diagnosis.Rows)]);
        }

        page.Console.Write(balance);
        Table kinds = FiguresPage.Grid("to look at", "rows");
        foreach (FindingKind kind in s_kinds)
        {
            FiguresPage.AddRow(kinds, [Describe(kind), FiguresPage.Count(diagnosis.Findings.Count(finding => finding.Kind == kind))]);
        }

        page.Console.Write(kinds);
        if (diagnosis.Unchecked is { } reason)
        {
            page.Console.WriteLine($"Labels were not held to models: {reason}.");
        }

        Finding[] likely = [.. diagnosis.Findings.Where(finding => finding.Kind == FindingKind.LikelyError).Take(MostShown)];
        if (likely.Length > 0)
        {
            page.Console.WriteLine("The likeliest errors");
            Table errors = FiguresPage.Grid("passage", "label", "suggested", "weight");
            foreach (Finding finding in likely)
            {
                FiguresPage.AddRow(errors, [FiguresPage.Excerpt(finding.Passage.Text), finding.Passage.Label, finding.Suggested ?? "", finding.Weight.ToString("0.00", CultureInfo.InvariantCulture)]);
            }

            page.Console.Write(errors);
        }
    }

    /// <summary>Writes one JSON object.</summary>
    public static void WriteJson(Stream stream, Diagnosis diagnosis)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        json.WriteStartObject();
        json.WriteNumber("rows", diagnosis.Rows);
        json.WriteNumber("articles", diagnosis.Articles);
        json.WriteStartObject("balance");
        foreach ((string label, int rows) in diagnosis.Balance)
        {
            json.WriteNumber(label, rows);
        }

        json.WriteEndObject();
        json.WriteStartObject("toLookAt");
        foreach (FindingKind kind in s_kinds)
        {
            json.WriteNumber(NameOf(kind), diagnosis.Findings.Count(finding => finding.Kind == kind));
        }

        json.WriteEndObject();
        json.WriteString("unchecked", diagnosis.Unchecked);
        json.WriteEndObject();
        line.WriteTo(stream);
    }

    /// <summary>Writes the rows to look at as a table.</summary>
    public static void WriteFindings(string path, Diagnosis diagnosis, OutputDisk disk) => CsvFile.Write(
        path,
        disk,
        ["kind", "table", "article", "position", "text", "label", "suggested", "weight", "detail"],
        diagnosis.Findings.Select(finding => (string[])
        [
            NameOf(finding.Kind), finding.Passage.Table, finding.Passage.Article, Names.Of(finding.Passage.Position), finding.Passage.Text, finding.Passage.Label,
            finding.Suggested ?? "", Names.Of(finding.Weight), finding.Detail,
        ]));

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.Conflict => "conflict",
        FindingKind.LikelyError => "likelyError",
        FindingKind.NearDuplicate => "nearDuplicate",
        FindingKind.TooShort => "tooShort",
        FindingKind.NotEnglish => "notEnglish",
        _ => "furniture",
    };

    private static string Describe(FindingKind kind) => kind switch
    {
        FindingKind.Conflict => "same text, different labels",
        FindingKind.LikelyError => "label likely wrong",
        FindingKind.NearDuplicate => "near-duplicate of another article",
        FindingKind.TooShort => "too short",
        FindingKind.NotEnglish => "not in English",
        _ => "page furniture",
    };
}
