using System.Reflection;
using System.Text.RegularExpressions;

namespace ArmsClassifier.Training.Tests;

/// <summary>The data that the shipped model is trained on.</summary>
internal static partial class ProjectFiles
{
    private static readonly Lazy<string> s_root = new(Find);

    public static string Data => Path.Combine(s_root.Value, "data");

    /// <summary>The folder of this test project.</summary>
    public static string Tests => Path.Combine(s_root.Value, "tests", "ArmsClassifier.Training.Tests");

    public static string[] PassageTables => Csv("passages");

    public static string[] Lexicons => Csv("lexicon");

    /// <summary>The labels of the codebook's table.</summary>
    public static string[] CodebookLabels =>
        [.. File.ReadLines(Path.Combine(Data, "CODEBOOK.md")).Select(line => LabelRow().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    private static string[] Csv(string folder) => [.. Directory.GetFiles(Path.Combine(Data, folder), "*.csv").Order(StringComparer.Ordinal)];

    // A build with --artifacts-path lies outside the project; then the folder that it was built from helps.
    private static string Find()
    {
        string built = typeof(ProjectFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectFolder").Value!;
        return new[] { AppContext.BaseDirectory, built }.SelectMany(FoldersAbove).FirstOrDefault(f => File.Exists(Path.Combine(f, "ArmsClassifier.sln")))
            ?? throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} or {built} has ArmsClassifier.sln");
    }

    private static IEnumerable<string> FoldersAbove(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.NonBacktracking)]
    private static partial Regex LabelRow();
}
