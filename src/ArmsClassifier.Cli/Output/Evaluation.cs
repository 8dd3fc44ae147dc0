using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Output;

/// <summary>What <c>evaluate</c> tells: the report over all rows, and apart from it what page furniture would hide.</summary>
/// <param name="Report">The figures over all rows.</param>
/// <param name="Model">The model.</param>
/// <param name="Articles">How many articles the rows come from.</param>
/// <param name="News">The figures over the rows that are not page furniture; null where there is no furniture.</param>
/// <param name="Background">Rows whose true label is the model's background label.</param>
/// <param name="BackgroundLost">Those of them that the model gave another label.</param>
/// <param name="Relevance">Share of rows on the right side of the line between background and everything else; null where no label is background.</param>
/// <param name="Whole">The figures of whole articles; null where there are none.</param>
internal sealed record Evaluation(
    EvaluationReport Report, ModelInfo Model, int Articles, EvaluationReport? News, int Background, int BackgroundLost, double? Relevance, ArticleReport? Whole)
{
    /// <summary>Puts the figures together.</summary>
    public static Evaluation Of(IReadOnlyList<Prediction> predictions, ModelInfo model)
    {
        Prediction[] news = [.. predictions.Where(prediction => prediction.Passage.Role != PassageRole.Furniture)];
        Prediction[] background = [.. predictions.Where(prediction => IsBackground(prediction.Passage.Label, model))];
        return new Evaluation(
            Evaluator.Report(predictions),
            model,
            predictions.DistinctBy(prediction => prediction.Passage.Article).Count(),
            news.Length == predictions.Count ? null : Evaluator.Report(news),
            background.Length,
            background.Count(prediction => !prediction.IsRight),
            Evaluator.Relevance(predictions, model),
            ArticleEvaluator.Report(predictions, model));
    }

    private static bool IsBackground(string label, ModelInfo model)
    {
        int at = model.Labels.ToList().IndexOf(label);
        return at >= 0 && model.LabelRoles[at] == LabelRole.Background;
    }
}
