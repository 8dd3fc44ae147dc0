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
    private readonly OutputDisk _disk;
    private bool _isDone;
    private bool _isKept;

    private OutputFile(string path, string? temporary, FileStream file, OutputDisk disk)
    {
        (_path, _temporary, _file, _disk) = (path, temporary, file, disk);
        Stream = new BufferedStream(new OutputStream(file, path), BufferBytes);
    }

    /// <summary>What the file shall hold.</summary>
    public Stream Stream { get; }

    /// <summary>How long the file is so far, as the system has it.</summary>
    public long Length => _file.Length;

    /// <summary>The name that a file has until it is whole where its beginning is worth keeping.</summary>
    public static string PartialOf(string path) => Target(path) + ".partial";

    /// <summary>Whether a path is a file of its own, and no device or pipe.</summary>
    public static bool IsReplaceable(string path) =>
        Path.GetFullPath(path) is var full && !full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Begins a file, before any work is done for it.</summary>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static OutputFile Create(string path, OutputDisk disk)
    {
        try
        {
            // A device or a pipe is no file to be replaced.
            if (!IsReplaceable(path))
            {
                return new OutputFile(path, null, disk.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), disk);
            }

            string full = Target(path);
            string temporary = Path.Join(Path.GetDirectoryName(full), $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
            return new OutputFile(full, temporary, disk.Open(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read), disk);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OutputException(path, failure);
        }
    }

    /// <summary>
    /// Begins a file, or goes on with it, under <see cref="PartialOf"/>; a new one stays there only after <see cref="Keep"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How much of the beginning is good; the rest is cut off.</param>
    /// <param name="disk">Where it is.</param>
    /// <exception cref="OutputException">It cannot be opened.</exception>
    public static OutputFile OpenPartial(string path, long length, OutputDisk disk)
    {
        FileStream? file = null;
        try
        {
            string full = Target(path);
            file = disk.Open(PartialOf(path), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            file.SetLength(length);
            file.Position = length;
            return new OutputFile(full, PartialOf(path), file, disk) { _isKept = length > 0 };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            file?.Dispose();
            throw new OutputException(path, failure);
        }
    }

    /// <summary>Brings everything that was written to the disk; from now on it stays there, whatever happens.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Keep()
    {
        Stream.Flush();
        try
        {
            _file.Flush(flushToDisk: true);
            _isKept = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(_path, failure);
        }
    }

    /// <summary>Writes <paramref name="content"/> as the file at <paramref name="path"/>, creating its folder where there is none.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, OutputDisk disk)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(path, failure);
        }

        using OutputFile file = Create(path, disk);
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
                _disk.Move(_temporary, _path);
            }

            _isDone = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(_path, failure);
        }
    }

    /// <summary>Lets go of the file; without <see cref="Commit"/> or <see cref="Keep"/> nothing of it stays.</summary>
    public void Dispose()
    {
        _file.Dispose();
        if (!_isDone && !_isKept && _temporary is not null)
        {
            File.Delete(_temporary);
        }
    }

    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new IOException("it is a folder");
        }

        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
