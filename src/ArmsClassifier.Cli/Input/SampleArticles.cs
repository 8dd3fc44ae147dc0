using System.Reflection;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>The three articles that come with the tool, invented for this purpose.</summary>
internal static class SampleArticles
{
    private static readonly string[] s_names = ["sale", "rupture", "near-miss"];

    /// <summary>Reads them.</summary>
    public static IEnumerable<Article> Read()
    {
        foreach (string name in s_names)
        {
            using Stream sample = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Samples/{name}.txt")!;
            foreach (DocumentItem item in DocumentReader.Read(sample, name, DocumentFormat.Text))
            {
                yield return item.Article!;
            }
        }
    }
}
