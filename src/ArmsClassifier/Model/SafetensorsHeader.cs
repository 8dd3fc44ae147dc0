using System.Buffers.Binary;
using System.Text.Json;

namespace ArmsClassifier.Model;

/// <summary>
/// The header of a safetensors file (github.com/huggingface/safetensors): eight bytes of length, then JSON that names each tensor's type,
/// shape and place. Every bound is checked here, before anything is allocated for a tensor.
/// </summary>
internal sealed class SafetensorsHeader
{
    private const int MaxTensors = 64;

    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private SafetensorsHeader(int dataStart) => DataStart = dataStart;

    /// <summary>Where the tensors begin in the file.</summary>
    public int DataStart { get; }

    /// <summary>Reads and checks the header of <paramref name="file"/>.</summary>
    /// <exception cref="ModelFormatException">The header is damaged.</exception>
    public static SafetensorsHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8)
        {
            throw Damaged($"the file has {file.Length} bytes, a safetensors file has at least 8");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (length > (ulong)(file.Length - 8))
        {
            throw Damaged($"the header claims {length} bytes, the file has {file.Length}");
        }

        var header = new SafetensorsHeader(8 + (int)length);
        try
        {
            header.Parse(file.Slice(8, (int)length));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new ModelFormatException("the header of the model file is not the JSON of a safetensors file; get the file again", error);
        }

        header.CheckPlaces(file.Length - header.DataStart);
        return header;
    }

    /// <summary>The metadata string <paramref name="key"/>.</summary>
    public string Metadata(string key) =>
        _metadata.TryGetValue(key, out string? value) ? value : throw Damaged($"the header has no metadata '{key}'");

    /// <summary>The bytes of tensor <paramref name="name"/>, whose element type must be <paramref name="type"/>.</summary>
    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> file, string name, string type)
    {
        if (!_tensors.TryGetValue(name, out Tensor? tensor))
        {
            throw Damaged($"the file has no tensor '{name}'");
        }

        return tensor.Type == type
            ? file.Slice(DataStart + (int)tensor.Start, (int)(tensor.End - tensor.Start))
            : throw Damaged($"tensor '{name}' holds {tensor.Type}, expected {type}");
    }

    private static ModelFormatException Damaged(string what) => new($"damaged model file: {what}; get the file again or train anew");

    private static int SizeOf(string type) => type switch
    {
        "U64" => 8,
        "F32" => 4,
        "I16" => 2,
        _ => throw Damaged($"tensors of type {(type.Length > 8 ? "?" : type)} are not used by this format"),
    };

    private void Parse(ReadOnlySpan<byte> json)
    {
        bool hasMetadata = false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            Expect(ref reader, JsonTokenType.StartObject);
            if (name == "__metadata__" && !hasMetadata)
            {
                hasMetadata = true;
                ReadMetadata(ref reader);
            }
            else if (_tensors.Count == MaxTensors || !_tensors.TryAdd(name, ReadTensor(ref reader)))
            {
                throw Damaged("a tensor stands twice, or there are too many");
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            throw Damaged("the header does not end where it should");
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            Expect(ref reader, JsonTokenType.String);
            if (!_metadata.TryAdd(key, reader.GetString()!))
            {
                throw Damaged("a metadata key stands twice");
            }
        }
    }

    private static Tensor ReadTensor(ref Utf8JsonReader reader)
    {
        string type = "";
        long elements = 1;
        long start = -1;
        long end = -1;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            if (!keys.Add(key))
            {
                throw Damaged("a property of a tensor stands twice");
            }

            switch (key)
            {
                case "dtype":
                    Expect(ref reader, JsonTokenType.String);
                    type = reader.GetString()!;
                    break;
                case "shape":
                    Expect(ref reader, JsonTokenType.StartArray);
                    while (reader.Read() && reader.TokenType == JsonTokenType.Number)
                    {
                        elements = checked(elements * reader.GetUInt32());
                    }

                    break;
                case "data_offsets":
                    Expect(ref reader, JsonTokenType.StartArray);
                    Expect(ref reader, JsonTokenType.Number);
                    start = reader.GetInt64();
                    Expect(ref reader, JsonTokenType.Number);
                    end = reader.GetInt64();
                    Expect(ref reader, JsonTokenType.EndArray);
                    break;
                default:
                    throw Damaged("a tensor has an unknown property");
            }
        }

        if (start < 0 || end < start || checked(elements * SizeOf(type)) != end - start)
        {
            throw Damaged($"a tensor of {elements} elements of {type} cannot stand at {start} to {end}");
        }

        return new Tensor(type, start, end);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Damaged($"the header has {reader.TokenType} at byte {reader.TokenStartIndex}, expected {type}");
        }
    }

    /// <summary>Tensors must follow one another without gap or overlap and end with the file.</summary>
    private void CheckPlaces(long dataLength)
    {
        long expected = 0;
        Tensor[] tensors = [.. _tensors.Values];
        Array.Sort(tensors, (a, b) => a.Start == b.Start ? a.End.CompareTo(b.End) : a.Start.CompareTo(b.Start));
        foreach (Tensor tensor in tensors)
        {
            if (tensor.Start != expected)
            {
                throw Damaged($"a tensor begins at {tensor.Start}, expected {expected}");
            }

            expected = tensor.End;
        }

        if (expected != dataLength)
        {
            throw Damaged($"the tensors take {expected} bytes, the file holds {dataLength}");
        }
    }

    private sealed record Tensor(string Type, long Start, long End);
}
