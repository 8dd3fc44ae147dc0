using System.Globalization;

namespace ArmsClassifier.Cli.Output;

/// <summary>The strongest evidence of a passage, in words.</summary>
internal static class Reasons
{
    private const int MaxReasons = 4;

    /// <summary>The stretches that speak most for the label, strongest first, none of them inside another.</summary>
    public static IReadOnlyList<Evidence> Strongest(PassageResult result)
    {
        var strongest = new List<Evidence>();
        foreach (Evidence evidence in result.Evidence)
        {
            bool overlaps = strongest.Exists(e => e.Start < evidence.Start + evidence.Length && evidence.Start < e.Start + e.Length);
            if (evidence.Contribution > 0 && !overlaps && strongest.Count < MaxReasons)
            {
                strongest.Add(evidence);
            }
        }

        return strongest;
    }

    /// <summary>Those stretches on one line, each with what it adds to the score; empty where there are none.</summary>
    public static string Line(string text, IReadOnlyList<Evidence> strongest) =>
        string.Join(", ", strongest.Select(e => string.Create(
            CultureInfo.InvariantCulture, $"“{PlainText.Clean(text.Substring(e.Start, e.Length))}” +{e.Contribution:0.00}")));
}
