using System.Diagnostics;
using ArmsClassifier.Extensions.Telemetry;

namespace ArmsClassifier.Extensions;

public sealed partial class ClassifierSource
{
    /// <summary>Labels a passage with the classifier in service, and counts it.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="explain">Whether to report evidence; costs a second pass.</param>
    public PassageResult Classify(string text, bool explain = false) => Classify(text.AsSpan(), explain);

    /// <summary>Labels a passage with the classifier in service, and counts it.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="explain">Whether to report evidence; costs a second pass.</param>
    public PassageResult Classify(ReadOnlySpan<char> text, bool explain = false)
    {
        ClassifierStatus status = _status;
        ModelInfo model = status.Classifier.Model;
        using Activity? activity = _telemetry.Begin("classify passage", status.ModelId);
        long started = _telemetry.Start(_telemetry.PassageDuration);
        PassageResult result = status.Classifier.Classify(text, explain);
        _telemetry.Stop(_telemetry.PassageDuration, started, model);
        _telemetry.Count(model, result);
        activity?.SetTag(ClassifierTelemetry.LabelAttribute, result.Label);
        return result;
    }

    /// <summary>
    /// Labels a passage with the classifier in service, and counts it; allocates nothing where nobody listens to traces. Positions are those of the
    /// labels in service, which stay the same unless <see cref="ArmsClassifierOptions.AllowOtherLabels"/> is set: then take <see cref="Current"/>.
    /// </summary>
    /// <inheritdoc cref="Classifier.Classify(ReadOnlySpan{char}, Span{double})"/>
    public int Classify(ReadOnlySpan<char> text, Span<double> probabilities)
    {
        ClassifierStatus status = _status;
        ModelInfo model = status.Classifier.Model;
        using Activity? activity = _telemetry.Begin("classify passage", status.ModelId);
        long started = _telemetry.Start(_telemetry.PassageDuration);
        int label = status.Classifier.Classify(text, probabilities);
        _telemetry.Stop(_telemetry.PassageDuration, started, model);
        _telemetry.CountLabel(model, label);
        activity?.SetTag(ClassifierTelemetry.LabelAttribute, label < 0 ? Classifier.Unsupported : model.Labels[label]);
        return label;
    }

    /// <summary>Labels an article and each of its passages with the classifier in service, and counts them.</summary>
    /// <param name="article">The article.</param>
    /// <param name="explain">Whether to report evidence for its passages.</param>
    public ArticleResult Classify(Article article, bool explain = false) => Classify(_status, article, explain);

    /// <summary>Labels a batch of articles, all with the model that is in service as it begins, and counts their passages.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="explain">Whether to report evidence for their passages.</param>
    /// <returns>A result for each article, in their order.</returns>
    public IReadOnlyList<ArticleResult> Classify(IReadOnlyList<Article> articles, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ClassifierStatus status = _status;
        using Activity? activity = _telemetry.Begin("classify batch", status.ModelId);
        activity?.SetTag("armsclassifier.articles", articles.Count);
        long started = _telemetry.Start(_telemetry.BatchDuration);
        var results = new ArticleResult[articles.Count];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = Classify(status, articles[i], explain);
        }

        _telemetry.Stop(_telemetry.BatchDuration, started, status.Classifier.Model);
        return results;
    }

    private ArticleResult Classify(ClassifierStatus status, Article article, bool explain)
    {
        ModelInfo model = status.Classifier.Model;
        using Activity? activity = _telemetry.Begin("classify article", status.ModelId);
        long started = _telemetry.Start(_telemetry.ArticleDuration);
        ArticleResult result = status.Classifier.Classify(article, explain);
        _telemetry.Stop(_telemetry.ArticleDuration, started, model);
        for (int i = 0; i < result.Passages.Count; i++)
        {
            if (result.Passages[i].Result is { } labelled)
            {
                _telemetry.Count(model, labelled);
            }
        }

        activity?.SetTag("armsclassifier.article.id", article.Id).SetTag(ClassifierTelemetry.LabelAttribute, result.Label);
        return result;
    }
}
