using System.Text.RegularExpressions;

namespace ArmsClassifier.Training.Tests;

/// <summary>The data that the shipped model is trained on.</summary>
internal static partial class ProjectFiles
{
    public static string Data => Checkout.PathOf("data");

    /// <summary>The folder of this test project.</summary>
    public static string Tests => Checkout.PathOf("tests", "ArmsClassifier.Training.Tests");

    public static string[] PassageTables => Csv("passages");

    public static string[] Lexicons => Csv("lexicon");

    /// <summary>The labels of the codebook's table.</summary>
    public static string[] CodebookLabels =>
        [.. File.ReadLines(Path.Combine(Data, "CODEBOOK.md")).Select(line => LabelRow().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    private static string[] Csv(string folder) => [.. Directory.GetFiles(Path.Combine(Data, folder), "*.csv").Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.NonBacktracking)]
    private static partial Regex LabelRow();
}
