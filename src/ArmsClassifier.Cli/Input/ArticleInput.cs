using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>What a command was given to read.</summary>
internal static class ArticleInput
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    private const string StandardInputName = "stdin";

    /// <summary>The paths and addresses, or standard input where none is named and it comes from a file or pipe.</summary>
    /// <exception cref="InputException">A path leads nowhere.</exception>
    public static string[] Check(string[] paths)
    {
        InputException.ThrowIfMissing(Files(paths));
        return paths.Length == 0 ? [StandardInput] : paths;
    }

    /// <summary>Those of the inputs that are files or folders.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> paths) => paths.Where(path => path != StandardInput && !WebReader.IsAddress(path));

    /// <summary>The articles and errors of all paths and addresses, in order, one at a time.</summary>
    /// <param name="paths">Files, folders, addresses, and <see cref="StandardInput"/>.</param>
    /// <param name="standardInput">The stream that the last stands for.</param>
    /// <param name="options">How documents are read.</param>
    /// <param name="web">Fetches addresses, and the feeds of lists that were named themselves.</param>
    /// <param name="cancellation">Ends fetching.</param>
    public static IEnumerable<DocumentItem> Read(
        string[] paths, Stream standardInput, ReaderOptions options, WebReader web, CancellationToken cancellation)
    {
        for (int i = 0; i < paths.Length;)
        {
            int end = i;
            while (end < paths.Length && WebReader.IsAddress(paths[end]))
            {
                end++;
            }

            // Addresses that follow each other are fetched together.
            IEnumerable<DocumentItem> items = end > i
                ? web.ReadAsync(paths[i..end], options, cancellation).ToBlockingEnumerable(cancellation)
                : Read(paths[i], standardInput, options, web);
            foreach (DocumentItem item in items)
            {
                yield return item;
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static IEnumerable<DocumentItem> Read(string path, Stream standardInput, ReaderOptions options, WebReader web)
    {
        // A list that lies in a folder among others is not one that somebody asked to be fetched.
        options = options with { Web = Directory.Exists(path) ? null : web };
        return path == StandardInput
            ? DocumentReader.Read(standardInput, StandardInputName, options: options)
            : DocumentReader.ReadPath(path, options: options);
    }
}
