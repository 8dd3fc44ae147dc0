namespace ArmsClassifier.Feeds;

/// <summary>Reads a file in blocks; trouble with the file is an error among them.</summary>
internal static class FileBlocks
{
    /// <summary>The blocks of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told after each read how many bytes it took; may be null.</param>
    /// <param name="read">Cuts the content into blocks.</param>
    public static IEnumerable<DocumentBlock> Read(string path, Action<int>? progress, Func<Stream, IEnumerable<DocumentBlock>> read)
    {
        DocumentItem? trouble = null;
        FileStream? stream = Try(path, "opened", () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), ref trouble);
        if (stream is not null)
        {
            using var counted = new CountedStream(stream, progress);
            using IEnumerator<DocumentBlock>? blocks = Try(path, "read", () => read(counted).GetEnumerator(), ref trouble);
            while (blocks is not null && Try(path, "read to its end", () => blocks.MoveNext() ? blocks.Current : null, ref trouble) is { } block)
            {
                yield return block;
            }
        }

        if (trouble is not null)
        {
            yield return new ReadBlock(trouble);
        }
    }

    private static T? Try<T>(string path, string doing, Func<T?> step, ref DocumentItem? trouble)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            trouble = InputError.Item(
                path, 0, $"a file that cannot be {doing} ({InputError.Excerpt(refused.GetType().Name)})", "a readable file", "check its permissions");
            return null;
        }
    }
}
