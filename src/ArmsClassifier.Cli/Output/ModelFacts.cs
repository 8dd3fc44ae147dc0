using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArmsClassifier.Cli.Output;

/// <summary>What can be told of a model file from outside.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256 as 64 lower-case hexadecimal digits.</param>
/// <param name="Tensors">Its tensors with the number of their rows, by name.</param>
internal sealed record ModelFacts(long Bytes, string Sha256, IReadOnlyDictionary<string, long> Tensors)
{
    private const int LengthBytes = 8;

    /// <summary>Looks at a file that was loaded before and so is known to be sound.</summary>
    public static ModelFacts Of(Stream file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var tensors = new SortedDictionary<string, long>(StringComparer.Ordinal);
        int headerBytes = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        using JsonDocument header = JsonDocument.Parse(content.GetBuffer().AsMemory(LengthBytes, headerBytes));
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject().Where(property => property.Value.TryGetProperty("shape", out _)))
        {
            tensors[tensor.Name] = tensor.Value.GetProperty("shape")[0].GetInt64();
        }

        return new ModelFacts(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), tensors);
    }
}
