namespace ArmsClassifier.Training;

/// <summary>Runs a model over labelled passages and computes its figures.</summary>
public static class Evaluator
{
    private const int CalibrationBins = 15;

    /// <summary>
    /// What <paramref name="classifier"/> says of each passage. A passage in the role of furniture is not classified, as in articles: it is
    /// background, where the model has such a label.
    /// </summary>
    public static IReadOnlyList<Prediction> Predict(Classifier classifier, IReadOnlyList<LabelledPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(passages);
        string? background = classifier.Model.Background;
        var predictions = new Prediction[passages.Count];
        Parallel.For(0, passages.Count, i =>
        {
            if (passages[i].Role == PassageRole.Furniture && background is not null)
            {
                predictions[i] = new Prediction(passages[i], background, 1);
                return;
            }

            PassageResult result = classifier.Classify(passages[i].Text);
            predictions[i] = new Prediction(passages[i], result.Label, result.Probability) { Probabilities = result.Probabilities };
        });
        return predictions;
    }

    /// <summary>The figures of <paramref name="predictions"/>.</summary>
    public static EvaluationReport Report(IReadOnlyList<Prediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        string[] labels = [.. predictions.Select(p => p.Passage.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Prediction[] byConfidence = [.. predictions.OrderByDescending(p => p.Confidence).ThenBy(p => p.Passage.Text, StringComparer.Ordinal)];
        (double low, double high) = MacroF1Interval(predictions, labels);
        return new EvaluationReport
        {
            N = predictions.Count,
            Accuracy = Share(predictions, p => p.IsRight),
            MacroF1 = MacroF1(predictions, labels),
            MacroF1Low = low,
            MacroF1High = high,
            LenientAccuracy = Share(predictions, p => p.IsDefensible),
            Ece = CalibrationError(predictions),
            AccuracyAt50 = Share(byConfidence.AsSpan(0, (predictions.Count + 1) / 2).ToArray(), p => p.IsRight),
            AccuracyAt80 = Share(byConfidence.AsSpan(0, ((predictions.Count * 4) + 4) / 5).ToArray(), p => p.IsRight),
            PerLabel = new SortedDictionary<string, LabelFigures>(labels.ToDictionary(l => l, l => Figures(predictions, l)), StringComparer.Ordinal),
            Confusion = Confusion(predictions),
        };
    }

    /// <summary>Share of <paramref name="predictions"/> on the right side of the line between background and everything else.</summary>
    /// <param name="predictions">What a model said.</param>
    /// <param name="model">The model.</param>
    /// <returns>The share, 0 to 1; null where no label of the model is background.</returns>
    public static double? Relevance(IReadOnlyCollection<Prediction> predictions, ModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(model);
        return model.Background is { } background ? Share(predictions, p => (p.Label == background) == (p.Passage.Label == background)) : null;
    }

    private static double Share(IReadOnlyCollection<Prediction> predictions, Func<Prediction, bool> counts) =>
        predictions.Count == 0 ? 0 : (double)predictions.Count(counts) / predictions.Count;

    /// <summary>How well <paramref name="label"/> is found.</summary>
    internal static LabelFigures Figures(IReadOnlyList<Prediction> predictions, string label)
    {
        int right = 0;
        int given = 0;
        int having = 0;
        foreach (Prediction prediction in predictions)
        {
            right += prediction.IsRight && prediction.Label == label ? 1 : 0;
            given += prediction.Label == label ? 1 : 0;
            having += prediction.Passage.Label == label ? 1 : 0;
        }

        return new LabelFigures(having, Ratio(right, given), Ratio(right, having), Ratio(2 * right, given + having));
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double MacroF1(IReadOnlyList<Prediction> predictions, string[] labels) =>
        labels.Length == 0 ? 0 : labels.Average(l => Figures(predictions, l).F1);

    private static (double Low, double High) MacroF1Interval(IReadOnlyList<Prediction> predictions, string[] labels) => Bootstrap.Interval(
        [.. predictions.GroupBy(p => p.Passage.Article, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Counts(g, labels))],
        MacroF1OfCounts);

    /// <summary>For each label, passages right, given and having it.</summary>
    internal static double[] Counts(IEnumerable<Prediction> predictions, string[] labels)
    {
        var counts = new double[labels.Length * 3];
        foreach (Prediction prediction in predictions)
        {
            int given = Array.IndexOf(labels, prediction.Label);
            int having = Array.IndexOf(labels, prediction.Passage.Label);
            counts[(having * 3) + 2]++;
            if (given >= 0)
            {
                counts[(given * 3) + 1]++;
                counts[given * 3] += given == having ? 1 : 0;
            }
        }

        return counts;
    }

    /// <summary>Macro-F1 of summed <see cref="Counts"/>. A label that nothing has and nothing is given says nothing.</summary>
    internal static double MacroF1OfCounts(double[] counts) => Enumerable.Range(0, counts.Length / 3)
        .Where(label => counts[(label * 3) + 1] + counts[(label * 3) + 2] > 0)
        .Select(label => 2 * counts[label * 3] / (counts[(label * 3) + 1] + counts[(label * 3) + 2]))
        .DefaultIfEmpty(double.NaN).Average();

    private static double CalibrationError(IReadOnlyList<Prediction> predictions) =>
        predictions.GroupBy(p => Math.Min((int)(p.Confidence * CalibrationBins), CalibrationBins - 1)).OrderBy(bin => bin.Key)
            .Sum(bin => Math.Abs(bin.Sum(p => p.IsRight ? 1.0 : 0.0) - bin.Sum(p => p.Confidence))) / Math.Max(1, predictions.Count);

    private static SortedDictionary<string, IReadOnlyDictionary<string, int>> Confusion(IReadOnlyList<Prediction> predictions)
    {
        var table = new SortedDictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (IGrouping<string, Prediction> row in predictions.GroupBy(p => p.Passage.Label, StringComparer.Ordinal))
        {
            table[row.Key] = new SortedDictionary<string, int>(row.CountBy(p => p.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        }

        return table;
    }
}
