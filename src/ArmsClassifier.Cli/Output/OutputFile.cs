namespace ArmsClassifier.Cli.Output;

/// <summary>
/// A file that appears whole or not at all: it is written under another name beside its place and moved there by <see cref="Commit"/>.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string _path;
    private readonly string? _temporary;
    private readonly FileStream _file;
    private bool _isDone;

    private OutputFile(string path, string? temporary, FileStream file)
    {
        (_path, _temporary, _file) = (path, temporary, file);
        Stream = new BufferedStream(new OutputStream(file, path), BufferBytes);
    }

    /// <summary>What the file shall hold.</summary>
    public Stream Stream { get; }

    /// <summary>Begins a file, before any work is done for it.</summary>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static OutputFile Create(string path)
    {
        try
        {
            // A device or a pipe is no file to be replaced.
            if (Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)))
            {
                return new OutputFile(path, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
            }

            if (Directory.Exists(full))
            {
                throw new IOException("it is a folder");
            }

            full = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
            string temporary = Path.Join(Path.GetDirectoryName(full), $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
            return new OutputFile(full, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OutputException(path, failure);
        }
    }

    /// <summary>Writes <paramref name="content"/> as the file at <paramref name="path"/>, creating its folder where there is none.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(path, failure);
        }

        using OutputFile file = Create(path);
        file.Stream.Write(content);
        file.Commit();
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="OutputException">It cannot be written to the end, or moved.</exception>
    public void Commit()
    {
        Stream.Flush();
        try
        {
            if (_temporary is not null)
            {
                _file.Flush(flushToDisk: true);
                _file.Dispose();
                File.Move(_temporary, _path, overwrite: true);
            }

            _isDone = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(_path, failure);
        }
    }

    /// <summary>Lets go of the file; without <see cref="Commit"/> nothing of it stays.</summary>
    public void Dispose()
    {
        _file.Dispose();
        if (!_isDone && _temporary is not null)
        {
            File.Delete(_temporary);
        }
    }
}
