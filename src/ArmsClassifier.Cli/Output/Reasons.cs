using System.Globalization;

namespace ArmsClassifier.Cli.Output;

/// <summary>The strongest evidence of a passage, in words.</summary>
internal static class Reasons
{
    private const int MaxReasons = 4;

    // Longer stretches are patterns of a whole sentence or passage: their ends name them, and marking them would mark everything.
    private const int MaxMarkedChars = 60;
    private const int EndWords = 4;

    /// <summary>The words that speak most for the label, strongest first, none of them inside another: what is worth marking.</summary>
    public static IReadOnlyList<Evidence> Strongest(PassageResult result)
    {
        var strongest = new List<Evidence>();
        foreach (Evidence evidence in result.Evidence)
        {
            bool overlaps = strongest.Exists(e => e.Start < evidence.Start + evidence.Length && evidence.Start < e.Start + e.Length);
            if (evidence.Contribution > 0 && evidence.Length <= MaxMarkedChars && !overlaps && strongest.Count < MaxReasons)
            {
                strongest.Add(evidence);
            }
        }

        return strongest;
    }

    /// <summary>Those words and the strongest pattern on one line, each with what it adds to the score; empty where there are none.</summary>
    public static string Line(string text, PassageResult result)
    {
        IEnumerable<Evidence> pattern = result.Evidence.Where(e => e.Contribution > 0 && e.Length > MaxMarkedChars).Take(1);
        return string.Join(", ", Strongest(result).Concat(pattern).OrderByDescending(e => e.Contribution).Take(MaxReasons).Select(e => string.Create(
            CultureInfo.InvariantCulture, $"“{Ends(PlainText.Clean(text.Substring(e.Start, e.Length)))}” +{e.Contribution:0.00}")));
    }

    private static string Ends(string stretch)
    {
        string[] words = stretch.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return stretch.Length <= MaxMarkedChars || words.Length <= 2 * EndWords
            ? stretch
            : $"{string.Join(' ', words[..EndWords])} ... {string.Join(' ', words[^EndWords..])}";
    }
}
