using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

internal static partial class ModelFile
{
    private const int HeaderAlignment = 8;

    /// <summary>Writes a model; the same model gives the same bytes.</summary>
    public static void Write(Stream stream, ModelInfo info, Mark[] marks, ModelTensors tensors)
    {
        // Widest elements first, so that every tensor is aligned to its element.
        (string Name, string Type, byte[] Bytes)[] parts =
        [
            ("token_hashes", "U64", ToBytes<ulong>(tensors.TokenHashes)),
            ("term_edges", "U64", ToBytes<ulong>(tensors.TermEdges)),
            ("terms", "U64", ToBytes<ulong>(tensors.Terms)),
            ("pair_keys", "U64", ToBytes<ulong>(tensors.PairKeys)),
            ("gram_keys", "U64", ToBytes<ulong>(tensors.GramKeys)),
            ("pattern_keys", "U64", ToBytes<ulong>(tensors.PatternKeys)),
            ("context_keys", "U64", ToBytes<ulong>(tensors.ContextKeys)),
            ("pooling", "F32", ToBytes<float>(tensors.Pooling)),
            ("bias", "F32", ToBytes<float>(tensors.Bias)),
            ("scales", "F32", ToBytes<float>(tensors.Scales)),
            ("symbol_rows", "I16", ToBytes<short>(tensors.SymbolRows)),
            ("lead_symbol_rows", "I16", ToBytes<short>(tensors.LeadSymbolRows)),
            ("term_rows", "I16", ToBytes<short>(tensors.TermRows)),
            ("lead_term_rows", "I16", ToBytes<short>(tensors.LeadTermRows)),
            ("pattern_rows", "I16", ToBytes<short>(tensors.PatternRows)),
            ("context_rows", "I16", ToBytes<short>(tensors.ContextRows)),
            ("pair_rows", "I16", ToBytes<short>(tensors.PairRows)),
            ("gram_rows", "I16", ToBytes<short>(tensors.GramRows)),
        ];

        byte[] data = [.. parts.SelectMany(part => part.Bytes)];
        string infoJson = ModelMetadata.Write(info);
        string marksJson = ModelMetadata.Write(marks);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("__metadata__");
            writer.WriteString("info", infoJson);
            writer.WriteString("marks", marksJson);
            writer.WriteString("sha256", Checksum(infoJson, marksJson, data));
            writer.WriteEndObject();
            WritePlaces(writer, parts, ModelTensors.Stride(info.Labels.Count));
            writer.WriteEndObject();
        }

        int padding = (HeaderAlignment - (json.WrittenCount % HeaderAlignment)) % HeaderAlignment;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)(json.WrittenCount + padding));
        stream.Write(length);
        stream.Write(json.WrittenSpan);
        stream.Write(Encoding.ASCII.GetBytes(new string(' ', padding)));
        stream.Write(data);
    }

    /// <summary>SHA-256 over the metadata and the tensors, in the order of the file.</summary>
    private static string Checksum(string info, string marks, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(info));
        hash.AppendData(Encoding.UTF8.GetBytes(marks));
        hash.AppendData(data);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void WritePlaces(Utf8JsonWriter writer, (string Name, string Type, byte[] Bytes)[] parts, int stride)
    {
        long offset = 0;
        foreach ((string name, string type, byte[] bytes) in parts)
        {
            writer.WriteStartObject(name);
            writer.WriteString("dtype", type);
            writer.WriteStartArray("shape");
            if (type == "I16")
            {
                writer.WriteNumberValue(bytes.Length / sizeof(short) / stride);
                writer.WriteNumberValue(stride);
            }
            else
            {
                writer.WriteNumberValue(bytes.Length / (type == "U64" ? sizeof(ulong) : sizeof(float)));
            }

            writer.WriteEndArray();
            writer.WriteStartArray("data_offsets");
            writer.WriteNumberValue(offset);
            offset += bytes.Length;
            writer.WriteNumberValue(offset);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    // The format is little-endian, and so is every machine that .NET 8 and later run on but s390x, which the reader refuses.
    private static byte[] ToBytes<T>(ReadOnlySpan<T> values)
        where T : struct => MemoryMarshal.AsBytes(values).ToArray();
}
