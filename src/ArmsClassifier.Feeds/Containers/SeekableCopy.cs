namespace ArmsClassifier.Feeds;

/// <summary>A document as a stream that can be read from its end, as zip archives must be.</summary>
internal static class SeekableCopy
{
    private const int MaxMemoryBytes = 16 << 20;
    private const int BufferBytes = 64 << 10;

    /// <summary>The file itself, or a copy: a small one in memory, a larger one in a temporary file that goes with the stream.</summary>
    public static Stream Of(OpenedDocument document)
    {
        if (document.Source.Content is FileStream { CanSeek: true } file && file.Position == document.Head.Length)
        {
            file.Position = 0;
            return file;
        }

        Stream raw = document.Raw;
        Stream copy = new MemoryStream();
        byte[] buffer = new byte[BufferBytes];
        while (raw.Read(buffer) is > 0 and var read)
        {
            if (copy is MemoryStream && copy.Length + read > MaxMemoryBytes)
            {
                copy = ToFile(copy);
            }

            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }

    private static FileStream ToFile(Stream copy)
    {
        var file = new FileStream(
            Path.Join(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes,
            FileOptions.DeleteOnClose);
        copy.Position = 0;
        copy.CopyTo(file);
        return file;
    }
}
