using System.Text.Json;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Output;

/// <summary>An evaluation as one JSON object.</summary>
internal static class EvaluationJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Stream stream, Evaluation evaluation)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        EvaluationReport report = evaluation.Report;
        json.WriteStartObject();
        json.WriteString("model", evaluation.Model.Name);
        json.WriteNumber("n", report.N);
        json.WriteNumber("articles", evaluation.Articles);
        line.WriteFigure("accuracy", report.Accuracy);
        line.WriteFigure("macroF1", report.MacroF1);
        line.WriteFigure("macroF1Low", report.MacroF1Low);
        line.WriteFigure("macroF1High", report.MacroF1High);
        line.WriteFigure("lenientAccuracy", report.LenientAccuracy);
        line.WriteFigure("ece", report.Ece);
        if (evaluation.Relevance is { } relevance)
        {
            line.WriteFigure("relevance", relevance);
        }

        line.WriteFigure("accuracyAt50", report.AccuracyAt50);
        line.WriteFigure("accuracyAt80", report.AccuracyAt80);
        line.WriteFigure("accuracyAt100", report.AccuracyAt100);
        if (evaluation.News is { } news)
        {
            json.WriteStartObject("withoutFurniture");
            json.WriteNumber("n", news.N);
            line.WriteFigure("accuracy", news.Accuracy);
            line.WriteFigure("lenientAccuracy", news.LenientAccuracy);
            json.WriteEndObject();
        }

        json.WriteStartObject("background");
        json.WriteNumber("n", evaluation.Background);
        json.WriteNumber("givenOther", evaluation.BackgroundLost);
        json.WriteEndObject();
        WriteLabels(line, report);
        WriteArticles(line, evaluation.Whole);
        json.WriteEndObject();
        line.WriteTo(stream);
    }

    private static void WriteLabels(JsonLine line, EvaluationReport report)
    {
        Utf8JsonWriter json = line.Json;
        json.WriteStartObject("perLabel");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            json.WriteStartObject(label);
            json.WriteNumber("n", figures.N);
            line.WriteFigure("precision", figures.Precision);
            line.WriteFigure("recall", figures.Recall);
            line.WriteFigure("f1", figures.F1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("confusion");
        foreach ((string label, IReadOnlyDictionary<string, int> given) in report.Confusion)
        {
            json.WriteStartObject(label);
            foreach ((string other, int count) in given)
            {
                json.WriteNumber(other, count);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteArticles(JsonLine line, ArticleReport? articles)
    {
        Utf8JsonWriter json = line.Json;
        if (articles is null)
        {
            return;
        }

        json.WriteStartObject("wholeArticles");
        json.WriteNumber("n", articles.Labels.N);
        line.WriteFigure("accuracy", articles.Labels.Accuracy);
        line.WriteFigure("macroF1", articles.Labels.MacroF1);
        line.WriteFigure("isArmsTradePrecision", articles.Subject.Precision);
        line.WriteFigure("isArmsTradeRecall", articles.Subject.Recall);
        line.WriteFigure("isArmsTradeF1", articles.Subject.F1);
        json.WriteEndObject();
    }
}
