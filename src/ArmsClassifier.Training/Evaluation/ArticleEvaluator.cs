using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training;

/// <summary>Computes the figures of article labels from predictions of passages.</summary>
public static class ArticleEvaluator
{
    // Fewer passages than a headline, a lead and one more are no article that a rule could be tried on.
    private const int LeastPassages = 3;

    private const string Subject = "subject";

    /// <summary>The figures of the whole articles among <paramref name="predictions"/>: those that begin with their only headline and have at least three passages.</summary>
    /// <param name="predictions">What a model said of passages, all of an article's among them.</param>
    /// <param name="model">The model; an article's label depends on the roles of its labels.</param>
    /// <returns>The figures, or null where there is no whole article.</returns>
    public static ArticleReport? Report(IReadOnlyList<Prediction> predictions, ModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(model);
        Prediction[] articles = [.. predictions.GroupBy(p => p.Passage.Article, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Where(p => p.Passage.Role != PassageRole.Furniture).OrderBy(p => p.Passage.Position).ToArray()).Where(IsWhole).Select(passages => Judge(passages, model))];
        return articles.Length == 0 ? null : new ArticleReport(Evaluator.Report(articles), Evaluator.Figures([.. articles.Select(a => IsAboutSubject(a, model))], Subject));
    }

    private static bool IsWhole(Prediction[] passages) =>
        passages.Length >= LeastPassages && passages[0].Passage.Role == PassageRole.Title && passages.Count(p => p.Passage.Role == PassageRole.Title) == 1;

    private static Prediction Judge(Prediction[] passages, ModelInfo model)
    {
        string truth = LabelOf([.. passages.Select(p => p.Passage.Label)], model);
        var article = new Article { Id = passages[0].Passage.Article, Passages = [.. passages.Select(p => new Passage(p.Passage.Text, p.Passage.Role))] };
        ArticleResult result = ArticleAggregator.Aggregate(article, [.. passages.Select((p, i) => new ArticlePassage(article.Passages[i], Result(p)))], model);
        return new Prediction(passages[0].Passage with { Label = truth, Also = null }, result.Label, result.Shares.Select(s => s.Probability).DefaultIfEmpty(0).Max());
    }

    /// <summary>
    /// The label of an article by the codebook: that of its headline; where that is background, of its lead; where that is too, the one
    /// that most passages carry. Background where no passage is about the subject.
    /// </summary>
    private static string LabelOf(string[] labels, ModelInfo model)
    {
        string? background = model.Background;
        if (background is not null && !labels.Any(label => model.RoleOf(label) == LabelRole.Topic))
        {
            return background;
        }

        return labels[0] != background ? labels[0]
            : labels[1] != background ? labels[1]
            : labels.CountBy(label => label, StringComparer.Ordinal).OrderByDescending(count => count.Value).ThenBy(count => count.Key == background).First().Key;
    }

    private static PassageResult? Result(Prediction prediction) => prediction.Probabilities.Count == 0 ? null : new PassageResult
    {
        Label = prediction.Label,
        Probability = prediction.Confidence,
        Probabilities = prediction.Probabilities,
    };

    /// <summary>The same article as a question with two answers.</summary>
    private static Prediction IsAboutSubject(Prediction article, ModelInfo model) =>
        article with { Passage = article.Passage with { Label = Name(article.Passage.Label, model) }, Label = Name(article.Label, model) };

    private static string Name(string label, ModelInfo model) =>
        model.RoleOf(label) is { } role and not LabelRole.Background ? Subject : "other";
}
