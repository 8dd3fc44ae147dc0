namespace ArmsClassifier.Feeds;

/// <summary>The files of a folder tree, in ordinal order of their paths.</summary>
internal static class DocumentFolder
{
    /// <summary>The file itself where the path is a file; otherwise every file below it that is not hidden.</summary>
    public static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            yield return path;
            yield break;
        }

        // What cannot be listed is passed on as it is: opening it then tells why.
        if (Entries(path) is not { } entries)
        {
            yield return path;
            yield break;
        }

        foreach (FileSystemInfo entry in entries)
        {
            string below = Path.Join(path, entry.Name);
            foreach (string file in entry is DirectoryInfo ? Files(below) : [below])
            {
                yield return file;
            }
        }
    }

    /// <summary>What is in a folder, in order; null where it cannot be listed.</summary>
    private static FileSystemInfo[]? Entries(string path)
    {
        try
        {
            // A folder is compared with its separator, so that the walk gives the ordinal order of whole paths without holding them all.
            return
            [
                .. new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = false })
                    .Where(entry => entry.Name[0] != '.')
                    .Where(entry => entry is FileInfo || !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    .OrderBy(entry => entry is DirectoryInfo ? entry.Name + '/' : entry.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
