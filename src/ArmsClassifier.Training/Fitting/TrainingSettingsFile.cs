using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArmsClassifier.Training;

/// <summary>Reads training settings from JSON: the properties of <see cref="TrainingSettings"/> in camel case; what is left out has its default.</summary>
public static class TrainingSettingsFile
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a settings file.</summary>
    /// <exception cref="DataFormatException">The file is not JSON, has a property that is not a setting, or a setting that is out of its range.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TrainingSettings Read(string path)
    {
        try
        {
            // Reading as text drops a byte order mark, which the serializer refuses.
            TrainingSettings settings = JsonSerializer.Deserialize<TrainingSettings>(File.ReadAllText(path), s_options)
                ?? throw new DataFormatException($"{path}: null; expected an object with training settings");
            settings.Check();
            return settings;
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new DataFormatException($"{path}: {wrong.Message.ReplaceLineEndings(" ")}; see the documentation of TrainingSettings for what is allowed", wrong);
        }
        catch (JsonException error)
        {
            long line = (error.LineNumber ?? 0) + 1;
            throw new DataFormatException($"{path}:{line}: {error.Path}: not a training setting; see the documentation of TrainingSettings for their names and types", error);
        }
    }
}
