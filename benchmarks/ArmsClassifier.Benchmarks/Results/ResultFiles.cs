using System.Text;

namespace ArmsClassifier.Benchmarks.Results;

/// <summary>The files that runs write into the repository.</summary>
internal static class ResultFiles
{
    private const string Begin = "<!-- speed: begin -->";
    private const string End = "<!-- speed: end -->";

    /// <summary>Writes a file below <c>benchmarks/results/</c> of the machine.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Provenance provenance, string name, string content)
    {
        string folder = Repository.PathOf("benchmarks", "results", provenance.Machine.Name);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content.ReplaceLineEndings("\n"), new UTF8Encoding(false));
        return path;
    }

    /// <summary>Writes <paramref name="content"/> between the marks in a document, and leaves the rest as it is.</summary>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    public static void WriteBetweenMarks(string path, string content) =>
        File.WriteAllText(path, BetweenMarks(File.ReadAllText(path), content) ?? throw new InvalidDataException($"{path}: expected the lines {Begin} and {End}; put them where the table belongs"), new UTF8Encoding(false));

    /// <summary>The document with <paramref name="content"/> between its marks; null where it has none.</summary>
    public static string? BetweenMarks(string document, string content)
    {
        int begin = document.IndexOf(Begin, StringComparison.Ordinal);
        int end = document.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : $"{document[..(begin + Begin.Length)]}\n{content.ReplaceLineEndings("\n").Trim('\n')}\n{document[end..]}";
    }
}
