namespace ArmsClassifier.Extensions.Reloading;

/// <summary>What tells versions of a file apart without reading it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When the content was last written, UTC.</param>
/// <param name="Created">When the file was made, UTC; tells a replaced file from the old one where length and time were copied along.</param>
internal readonly record struct FileStamp(long Length, DateTime Written, DateTime Created)
{
    /// <summary>The stamp of the file that <paramref name="path"/> leads to, or null where there is none.</summary>
    /// <exception cref="IOException">The path cannot be followed.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be followed.</exception>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        try
        {
            // A link has a length and times of its own, which stay when it comes to lead elsewhere, as mounted volumes do with each update.
            if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                file = new FileInfo(target.FullName);
            }

            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
