using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>What a command was given to read.</summary>
internal static class ArticleInput
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    private const string StandardInputName = "stdin";

    /// <summary>The paths, or standard input where none is named and it comes from a file or pipe.</summary>
    /// <exception cref="InputException">A path leads nowhere.</exception>
    public static string[] Check(string[] paths)
    {
        InputException.ThrowIfMissing(paths.Where(path => path != StandardInput));
        return paths.Length == 0 ? [StandardInput] : paths;
    }

    /// <summary>The articles and errors of all paths, in order, one at a time.</summary>
    public static IEnumerable<DocumentItem> Read(string[] paths, Stream standardInput, ReaderOptions options) => paths.SelectMany(
        path => path == StandardInput
            ? DocumentReader.Read(standardInput, StandardInputName, options: options)
            : DocumentReader.ReadPath(path, options: options));
}
