using System.Runtime.InteropServices;
using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>A model as a file: an open format without type names or code, checked in full before it is used.</summary>
internal static partial class ModelFile
{
    /// <summary>The largest model file that is read.</summary>
    public const int MaxFileBytes = 256 << 20;

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFormatException">The file is damaged, or not a model of this format.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> file)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("model files are little-endian; this machine is not");
        }

        SafetensorsHeader header = SafetensorsHeader.Read(file);
        CheckSum(header, file);
        ModelInfo info = ModelMetadata.ReadInfo(header.Metadata("info"));
        Mark[] marks = ModelMetadata.ReadMarks(header.Metadata("marks"));
        var tensors = new ModelTensors
        {
            TokenHashes = Array<ulong>(header, file, "token_hashes", "U64"),
            TermEdges = Array<ulong>(header, file, "term_edges", "U64"),
            Terms = Array<ulong>(header, file, "terms", "U64"),
            SymbolRows = Array<short>(header, file, "symbol_rows", "I16"),
            LeadSymbolRows = Array<short>(header, file, "lead_symbol_rows", "I16"),
            TermRows = Array<short>(header, file, "term_rows", "I16"),
            LeadTermRows = Array<short>(header, file, "lead_term_rows", "I16"),
            PairKeys = Array<ulong>(header, file, "pair_keys", "U64"),
            PairRows = Array<short>(header, file, "pair_rows", "I16"),
            GramKeys = Array<ulong>(header, file, "gram_keys", "U64"),
            GramRows = Array<short>(header, file, "gram_rows", "I16"),
            PatternKeys = Array<ulong>(header, file, "pattern_keys", "U64"),
            PatternRows = Array<short>(header, file, "pattern_rows", "I16"),
            ContextKeys = Array<ulong>(header, file, "context_keys", "U64"),
            ContextRows = Array<short>(header, file, "context_rows", "I16"),
            Pooling = Array<float>(header, file, "pooling", "F32"),
            Bias = Array<float>(header, file, "bias", "F32"),
            Scales = Array<float>(header, file, "scales", "F32"),
        };
        ModelChecks.Check(info, marks, tensors);
        try
        {
            return new LinearModel(info, marks, tensors);
        }
        catch (ArgumentException error)
        {
            throw new ModelFormatException($"damaged model file: {error.Message}; get the file again or train anew", error);
        }
    }

    /// <summary>Reads a model from the rest of <paramref name="stream"/>.</summary>
    /// <exception cref="ModelFormatException">The content is damaged, not a model, or larger than <see cref="MaxFileBytes"/>.</exception>
    public static LinearModel Read(Stream stream)
    {
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 0, MaxFileBytes) : 0);
        var chunk = new byte[1 << 16];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            if (buffer.Length + read > MaxFileBytes)
            {
                throw new ModelFormatException($"the model file is larger than {MaxFileBytes} bytes; it is not one of this format");
            }

            buffer.Write(chunk, 0, read);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>A weight that one flipped bit has changed still looks like a weight; only the checksum tells.</summary>
    private static void CheckSum(SafetensorsHeader header, ReadOnlySpan<byte> file)
    {
        if (Checksum(header.Metadata("info"), header.Metadata("marks"), file[header.DataStart..]) != header.Metadata("sha256"))
        {
            throw new ModelFormatException("damaged model file: its content does not match its checksum; get the file again or train anew");
        }
    }

    private static T[] Array<T>(SafetensorsHeader header, ReadOnlySpan<byte> file, string name, string type)
        where T : struct => MemoryMarshal.Cast<byte, T>(header.Bytes(file, name, type)).ToArray();
}
