using System.Buffers;
using System.Text;
using System.Text.Json;
using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>The metadata of a model file as JSON.</summary>
/// <remarks>
/// Read and written by hand: the serializer that is generated at compile time makes a program compile some four hundred methods before its first
/// answer, a third of a cold start.
/// </remarks>
internal static class ModelMetadata
{
    /// <summary>Writes what a file says about its model.</summary>
    public static string Write(ModelInfo info) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", info.Format);
        json.WriteString("name", info.Name);
        json.WriteString("language", info.Language);
        json.WritePropertyName("labels");
        WriteList(json, info.Labels, json.WriteStringValue);
        json.WritePropertyName("labelRoles");
        WriteList(json, info.LabelRoles, role => json.WriteStringValue(role.ToString()));
        json.WriteNumber("temperature", info.Temperature);
        json.WriteNumber("alsoThreshold", info.AlsoThreshold);
        json.WritePropertyName("prior");
        WriteList(json, info.Prior, json.WriteNumberValue);
        json.WritePropertyName("conformalQuantiles");
        WriteList(json, info.ConformalQuantiles, quantiles => WriteList(json, quantiles, json.WriteNumberValue));
        json.WriteNumber("trainingPassages", info.TrainingPassages);
        json.WriteString("trainingDataHash", info.TrainingDataHash);
        json.WriteStartObject("settings");
        foreach ((string name, string value) in info.Settings)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("metrics");
        foreach ((string name, double value) in info.Metrics)
        {
            json.WriteNumber(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes the classes of a lexicon.</summary>
    public static string Write(Mark[] marks) => Write(json => WriteList(json, marks, mark =>
    {
        json.WriteStartObject();
        json.WriteString("name", mark.Name);
        json.WriteString("kind", mark.Kind.ToString());
        json.WriteNumber("groups", mark.Groups);
        json.WriteEndObject();
    }));

    /// <summary>Reads what a file says about its model.</summary>
    /// <exception cref="ModelFormatException">The text is not that of a model of this format.</exception>
    public static ModelInfo ReadInfo(string json) => Read(json, root =>
    {
        int format = root.GetProperty("format").GetInt32();
        return format != ModelInfo.CurrentFormat
            ? throw new ModelFormatException($"the model file has format {format}, this library reads {ModelInfo.CurrentFormat}; update the library or train anew")
            : new ModelInfo
            {
                Format = format,
                Name = Text(root.GetProperty("name")),
                Language = Text(root.GetProperty("language")),
                Labels = List(root.GetProperty("labels"), Text),
                LabelRoles = List(root.GetProperty("labelRoles"), Name<LabelRole>),
                Temperature = root.GetProperty("temperature").GetDouble(),
                AlsoThreshold = root.GetProperty("alsoThreshold").GetDouble(),
                Prior = List(root.GetProperty("prior"), Number),
                ConformalQuantiles = List(root.GetProperty("conformalQuantiles"), quantiles => List(quantiles, Number)),
                TrainingPassages = root.GetProperty("trainingPassages").GetInt32(),
                TrainingDataHash = Text(root.GetProperty("trainingDataHash")),
                Settings = root.GetProperty("settings").EnumerateObject().ToDictionary(setting => setting.Name, setting => Text(setting.Value)),
                Metrics = root.GetProperty("metrics").EnumerateObject().ToDictionary(metric => metric.Name, metric => Number(metric.Value)),
            };
    });

    /// <summary>Reads the classes of a lexicon.</summary>
    /// <exception cref="ModelFormatException">The text is not what <see cref="Write(Mark[])"/> writes.</exception>
    public static Mark[] ReadMarks(string json) => Read(json, root => List(root, mark =>
        new Mark(Text(mark.GetProperty("name")), Name<MarkKind>(mark.GetProperty("kind")), mark.GetProperty("groups").GetUInt32())));

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            content(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray();
        foreach (T value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    private static T Read<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new ModelFormatException("the model's metadata is damaged; get the file again or train anew", error);
        }
    }

    private static T[] List<T>(JsonElement list, Func<JsonElement, T> read)
    {
        var values = new T[list.GetArrayLength()];
        int count = 0;
        foreach (JsonElement value in list.EnumerateArray())
        {
            values[count++] = read(value);
        }

        return values;
    }

    private static T Name<T>(JsonElement value)
        where T : struct, Enum
    {
        string text = Text(value);
        return Enum.TryParse(text, out T named) && named.ToString() == text ? named : throw new FormatException($"'{text}' is no {typeof(T).Name}");
    }

    private static double Number(JsonElement value) => value.GetDouble();

    private static string Text(JsonElement value) => value.GetString() ?? throw new InvalidOperationException("null where a text is promised");
}
