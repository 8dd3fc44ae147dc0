namespace ArmsClassifier.Cli.Input;

/// <summary>The files that paths stand for.</summary>
internal static class NamedFiles
{
    /// <summary>Each file, and for each folder the files in it and below, in ordinal order, without hidden ones.</summary>
    /// <exception cref="InputException">A path leads nowhere.</exception>
    public static IEnumerable<string> Of(IReadOnlyList<string> paths)
    {
        InputException.ThrowIfMissing(paths);
        return paths.SelectMany(path => Directory.Exists(path) ? Below(path) : [path]);
    }

    private static IEnumerable<string> Below(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal);
    }
}
