using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>
/// Everything that the bytes of an output depend on, by name: a run goes on with an earlier one only where all of it is the same. An input is
/// told by the names, sizes and times of its files, and a single file by its beginning too; their content is not read for it.
/// </summary>
internal static class RunIdentity
{
    private const int HeadBytes = 64 << 10;

    /// <summary>The identity of a run.</summary>
    public static IReadOnlyDictionary<string, string> Of(BatchOptions options)
    {
        var identity = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["the tool's version"] = string.Join(' ', new[] { typeof(RunIdentity), typeof(DocumentReader), typeof(Classifier) }.Select(type => type.Module.ModuleVersionId.ToString("N"))),
            ["the model"] = OfModel(options.Model),
            ["--output-format"] = options.Format,
            ["--unit, --explain, --text or --all"] = options.Choice?.ToString() ?? "article",
            ["--coverage"] = options.Classifier.Coverage.ToString("R", CultureInfo.InvariantCulture),
            ["--prior"] = string.Join(' ', options.Classifier.Prior?.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => FormattableString.Invariant($"{p.Key}={p.Value:R}")) ?? []),
            ["the names of columns or fields"] = options.Reading.Fields.ToString(),
            ["--shard"] = options.Shard.ToString(),
            ["--errors"] = options.Errors is null ? "" : Path.GetFullPath(options.Errors),
            ["the list of inputs"] = string.Join('\n', options.Paths),
        };
        foreach (string path in options.Paths)
        {
            identity["the input " + path] = OfInput(path);
        }

        return identity;
    }

    /// <summary>What differs between two identities, or null.</summary>
    public static string? Difference(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        foreach ((string name, string value) in now)
        {
            if (!before.TryGetValue(name, out string? old) || old != value)
            {
                return name;
            }
        }

        return null;
    }

    private static string OfModel(string? path)
    {
        using Stream model = Models.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(model));
    }

    private static string OfInput(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[2 * sizeof(long)];
        long files = 0;
        long bytes = 0;
        foreach (string file in DocumentReader.Files(path))
        {
            var info = new FileInfo(file);
            bool isThere = info.Exists;
            BinaryPrimitives.WriteInt64LittleEndian(numbers, isThere ? info.Length : -1);
            BinaryPrimitives.WriteInt64LittleEndian(numbers[sizeof(long)..], isThere ? info.LastWriteTimeUtc.Ticks : 0);
            hash.AppendData(numbers);
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            bytes += isThere ? info.Length : 0;
            files++;
        }

        if (File.Exists(path))
        {
            AppendHead(hash, path);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{files} files, {bytes} bytes, {Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }

    private static void AppendHead(IncrementalHash hash, string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            byte[] head = new byte[HeadBytes];
            hash.AppendData(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be opened is one error of the run, which tells why.
            hash.AppendData("unreadable"u8);
        }
    }
}
