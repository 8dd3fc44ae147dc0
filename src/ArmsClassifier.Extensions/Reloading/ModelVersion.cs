using System.Security.Cryptography;

namespace ArmsClassifier.Extensions.Reloading;

/// <summary>A model file in memory: read once, so that what is checked is what serves.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Stamp">The stamp before and after reading.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Hash">SHA-256 of the content, in lower-case hexadecimal digits.</param>
internal sealed record ModelVersion(string Path, FileStamp Stamp, byte[] Bytes, string Hash)
{
    /// <summary>The largest file that is read into memory; the library reads no larger one.</summary>
    public const long MaxBytes = 256 << 20;

    private const int HashDigits = 12;

    /// <summary>Name and hash of the model.</summary>
    public string Id(ModelInfo model) => $"{model.Name}@{Hash[..HashDigits]}";

    /// <summary>Reads the file.</summary>
    /// <exception cref="ModelFormatException">It is empty or too large for a model.</exception>
    /// <exception cref="IOException">It is gone, being written, or cannot be read.</exception>
    public static ModelVersion Read(string path)
    {
        try
        {
            FileStamp stamp = FileStamp.Of(path) ?? throw new FileNotFoundException(
                $"{path}: there is no such model file; check ModelPath and put the file there", path);

            // Before it is opened: a pipe has length 0, and opening one waits for a writer.
            if (stamp.Length is 0 or > MaxBytes)
            {
                throw new ModelFormatException(
                    $"{path}: {stamp.Length} bytes; a model file has some and at most {MaxBytes}: put a model there that 'armsclassifier train' wrote");
            }

            byte[] bytes = Content(path, stamp.Length);
            return FileStamp.Of(path) == stamp && bytes.Length == stamp.Length
                ? new ModelVersion(path, stamp, bytes, Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant())
                : throw new IOException($"{path}: the model file is being written; wait until it is complete, or better write beside it and rename");
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException($"{path}: the model file may not be read ({refused.Message}); give the process the right to read it", refused);
        }
        catch (IOException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new IOException($"{path}: the model file cannot be read ({error.Message}); close what locks it, and check the disk", error);
        }
    }

    private static byte[] Content(string path, long length)
    {
        // Whoever writes, renames or deletes the file meanwhile is not held up.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[length];
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length && file.ReadByte() < 0 ? bytes : [];
    }
}
