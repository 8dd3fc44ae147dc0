using System.Globalization;
using System.Text.Json;
using ArmsClassifier.Training;
using Spectre.Console;

namespace ArmsClassifier.Cli.Output;

/// <summary>The difference of two models, for a person, for machines, and as a table of what changes.</summary>
internal static class DifferenceOutput
{
    private const int MostShown = 10;

    /// <summary>Writes tables and a verdict to standard output.</summary>
    public static void WriteTables(Terminal terminal, ModelInfo before, ModelInfo after, ModelDifference difference)
    {
        using FiguresPage page = FiguresPage.On(terminal);
        Table figures = FiguresPage.Grid("", $"old: {before.Name}", $"new: {after.Name}", "change");
        Add("accuracy", difference.Old.Accuracy, difference.New.Accuracy);
        Add("macro-F1", difference.Old.MacroF1, difference.New.MacroF1);
        Add("calibration error (ECE)", difference.Old.Ece, difference.New.Ece);
        foreach (string label in difference.New.PerLabel.Keys)
        {
            Add($"{label}, F1", difference.Old.PerLabel[label].F1, difference.New.PerLabel[label].F1);
        }

        page.Console.Write(figures);
        if (difference.Changed.Count > 0)
        {
            page.Console.WriteLine($"Changed decisions: {FiguresPage.Count(difference.Changed.Count)}, the surest first");
            Table changes = FiguresPage.Grid("passage", "true", "old", "new");
            foreach ((Prediction old, Prediction @new) in difference.Changed.OrderByDescending(pair => pair.New.Confidence).ThenBy(pair => pair.New.Passage.Text, StringComparer.Ordinal).Take(MostShown))
            {
                FiguresPage.AddRow(changes, [FiguresPage.Excerpt(old.Passage.Text), old.Passage.Label, old.Label, @new.Label]);
            }

            page.Console.Write(changes);
        }

        page.Console.WriteLine(Verdict(difference));

        void Add(string name, double old, double @new) => FiguresPage.AddRow(
            figures, [name, FiguresPage.Percent(old), FiguresPage.Percent(@new), string.Create(CultureInfo.InvariantCulture, $"{(@new - old) * 100:+0.0;-0.0;0.0}")]);
    }

    /// <summary>Writes one JSON object.</summary>
    public static void WriteJson(Stream stream, ModelInfo before, ModelInfo after, ModelDifference difference)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        json.WriteStartObject();
        json.WriteString("verdict", NameOf(difference.Verdict));
        json.WriteNumber("n", difference.New.N);
        line.WriteFigure("macroF1Change", difference.MacroF1);
        line.WriteFigure("macroF1ChangeLow", difference.MacroF1Low);
        line.WriteFigure("macroF1ChangeHigh", difference.MacroF1High);
        json.WriteNumber("putRight", difference.PutRight);
        json.WriteNumber("putWrong", difference.PutWrong);
        line.WriteFigure("mcNemarP", difference.McNemar);
        json.WriteNumber("changed", difference.Changed.Count);
        Model("old", before, difference.Old);
        Model("new", after, difference.New);
        json.WriteEndObject();
        line.WriteTo(stream);

        void Model(string name, ModelInfo model, EvaluationReport report)
        {
            json.WriteStartObject(name);
            json.WriteString("model", model.Name);
            line.WriteFigure("accuracy", report.Accuracy);
            line.WriteFigure("macroF1", report.MacroF1);
            line.WriteFigure("ece", report.Ece);
            json.WriteStartObject("f1");
            foreach ((string label, LabelFigures figures) in report.PerLabel)
            {
                line.WriteFigure(label, figures.F1);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    /// <summary>Writes the passages whose label changes as a table.</summary>
    public static void WriteChanges(string path, ModelDifference difference, OutputDisk disk) => CsvFile.Write(
        path,
        disk,
        ["article", "position", "text", "label", "old", "old probability", "new", "new probability"],
        difference.Changed.Select(pair => (string[])
        [
            pair.Old.Passage.Article, Names.Of(pair.Old.Passage.Position), pair.Old.Passage.Text, pair.Old.Passage.Label,
            pair.Old.Label, Names.Of(pair.Old.Confidence), pair.New.Label, Names.Of(pair.New.Confidence),
        ]));

    private static string NameOf(ModelVerdict verdict) => verdict switch
    {
        ModelVerdict.Better => "better",
        ModelVerdict.Worse => "worse",
        _ => "undecided",
    };

    private static string Verdict(ModelDifference difference)
    {
        string verdict = difference.Verdict switch
        {
            ModelVerdict.Better => "The new model is better",
            ModelVerdict.Worse => "The new model is worse",
            _ => "This data shows no difference",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict}: macro-F1 {difference.MacroF1 * 100:+0.0;-0.0;0.0} points (95 % interval {difference.MacroF1Low * 100:+0.0;-0.0;0.0} to {difference.MacroF1High * 100:+0.0;-0.0;0.0}), ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.PutRight:N0} put right, {difference.PutWrong:N0} put wrong (McNemar's p {difference.McNemar:0.000}).");
    }
}
