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
        Share(json, "accuracy", report.Accuracy);
        Share(json, "macroF1", report.MacroF1);
        Share(json, "macroF1Low", report.MacroF1Low);
        Share(json, "macroF1High", report.MacroF1High);
        Share(json, "lenientAccuracy", report.LenientAccuracy);
        Share(json, "ece", report.Ece);
        if (evaluation.Relevance is { } relevance)
        {
            Share(json, "relevance", relevance);
        }

        Share(json, "accuracyAt50", report.AccuracyAt50);
        Share(json, "accuracyAt80", report.AccuracyAt80);
        Share(json, "accuracyAt100", report.AccuracyAt100);
        if (evaluation.News is { } news)
        {
            json.WriteStartObject("withoutFurniture");
            json.WriteNumber("n", news.N);
            Share(json, "accuracy", news.Accuracy);
            Share(json, "lenientAccuracy", news.LenientAccuracy);
            json.WriteEndObject();
        }

        json.WriteStartObject("background");
        json.WriteNumber("n", evaluation.Background);
        json.WriteNumber("givenOther", evaluation.BackgroundLost);
        json.WriteEndObject();
        WriteLabels(json, report);
        WriteArticles(json, evaluation.Whole);
        json.WriteEndObject();
        line.WriteTo(stream);
    }

    private static void WriteLabels(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartObject("perLabel");
        foreach ((string label, LabelFigures figures) in report.PerLabel)
        {
            json.WriteStartObject(label);
            json.WriteNumber("n", figures.N);
            Share(json, "precision", figures.Precision);
            Share(json, "recall", figures.Recall);
            Share(json, "f1", figures.F1);
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

    private static void WriteArticles(Utf8JsonWriter json, ArticleReport? articles)
    {
        if (articles is null)
        {
            return;
        }

        json.WriteStartObject("wholeArticles");
        json.WriteNumber("n", articles.Labels.N);
        Share(json, "accuracy", articles.Labels.Accuracy);
        Share(json, "macroF1", articles.Labels.MacroF1);
        Share(json, "isArmsTradePrecision", articles.Subject.Precision);
        Share(json, "isArmsTradeRecall", articles.Subject.Recall);
        Share(json, "isArmsTradeF1", articles.Subject.F1);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, JsonLine.Round(value));
}
