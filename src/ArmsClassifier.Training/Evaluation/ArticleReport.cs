namespace ArmsClassifier.Training;

/// <summary>How well a model labels whole articles from its labels of their passages.</summary>
/// <param name="Labels">The figures of the articles' labels; one item an article.</param>
/// <param name="Subject">How well articles about the model's subject are told from others: precision, recall and F1 of <see cref="ArticleResult.IsArmsTrade"/>.</param>
public sealed record ArticleReport(EvaluationReport Labels, LabelFigures Subject);
