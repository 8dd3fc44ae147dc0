using System.Globalization;

namespace ArmsClassifier.Training;

/// <summary>
/// Confident learning (Northcutt, Jiang and Chuang, 2021): a label is likely wrong where models trained without the passage find another
/// one at least as likely as they find it, on average, for passages that have it.
/// </summary>
internal static class LikelyErrors
{
    /// <summary>The likely errors among held-out predictions, the likeliest first.</summary>
    public static IEnumerable<Finding> Find(IReadOnlyList<Prediction> heldOut)
    {
        var usual = heldOut.GroupBy(p => p.Passage.Label, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(p => p.ProbabilityOf(group.Key)), StringComparer.Ordinal);
        return heldOut.Select(prediction => Judge(prediction, usual)).OfType<Finding>()
            .OrderByDescending(finding => finding.Weight).ThenBy(finding => finding.Passage.Article, StringComparer.Ordinal).ThenBy(finding => finding.Passage.Position);
    }

    private static Finding? Judge(Prediction prediction, Dictionary<string, double> usual)
    {
        LabelledPassage passage = prediction.Passage;
        double own = prediction.ProbabilityOf(passage.Label);
        LabelProbability other = prediction.Probabilities
            .Where(p => p.Label != passage.Label && p.Label != passage.Also && p.Probability > own && p.Probability >= usual[p.Label])
            .OrderByDescending(p => p.Probability).ThenBy(p => p.Label, StringComparer.Ordinal).FirstOrDefault();
        return other.Label is null
            ? null
            : new Finding(
                FindingKind.LikelyError, passage, other.Probability - own, other.Label,
                string.Create(CultureInfo.InvariantCulture, $"held out, {other.Label} has probability {other.Probability:0.00}, {passage.Label} {own:0.00}"));
    }
}
