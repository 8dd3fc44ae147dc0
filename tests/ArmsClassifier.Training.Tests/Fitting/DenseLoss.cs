namespace ArmsClassifier.Training.Tests;

/// <summary>The loss of multinomial logistic regression as the textbook writes it, over a dense table.</summary>
internal static class DenseLoss
{
    /// <summary>
    /// Weighted mean cross-entropy plus the penalty on weights over their scales; biases for feeds and for other text stand at the end and
    /// are free.
    /// </summary>
    public static double At(TinyProblem problem, double[] weights, double[]? scales = null)
    {
        int labels = problem.Labels.Length;
        int biases = problem.Features * labels;
        double[] scores = DenseMatrix.Multiply(problem.Dense, weights[..biases], labels);
        double loss = 0;
        double totalWeight = 0;
        for (int passage = 0; passage < problem.Passages.Length; passage++)
        {
            LabelledPassage row = problem.Passages[passage];
            bool isFeed = row.Table == "news";
            double weight = isFeed ? 1 : 2.5;
            int bias = biases + (isFeed ? 0 : labels);
            double[] logits = [.. Enumerable.Range(0, labels).Select(l => scores[(passage * labels) + l] + weights[bias + l])];
            double logSum = Math.Log(logits.Sum(Math.Exp));
            double[] target = Target(problem, row);
            loss += weight * Enumerable.Range(0, labels).Sum(l => target[l] * (logSum - logits[l]));
            totalWeight += weight;
        }

        double squares = weights.Take(biases).Select((w, i) => w / (scales?[i] ?? 1)).Sum(w => w * w);
        return (loss + (squares / (2 * problem.Steps.Settings.C))) / totalWeight;
    }

    private static double[] Target(TinyProblem problem, LabelledPassage row)
    {
        bool hasSecond = row.Also is not null && problem.Labels.Contains(row.Also);
        double certain = 1 - problem.Steps.Settings.Smoothing;
        return [.. problem.Labels.Select(label =>
            (problem.Steps.Settings.Smoothing / problem.Labels.Length)
            + (label == row.Label ? certain * (hasSecond ? 1 - problem.Steps.Settings.AlsoShare : 1) : 0)
            + (hasSecond && label == row.Also ? certain * problem.Steps.Settings.AlsoShare : 0))];
    }
}
