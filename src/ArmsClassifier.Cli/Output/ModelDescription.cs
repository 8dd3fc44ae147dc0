using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Cli.Output;

/// <summary>A model, described for people and for machines.</summary>
internal static class ModelDescription
{
    private const string Bundled = "bundled";
    private const int NameWidth = 18;

    /// <summary>Lines of a name and a value.</summary>
    public static void WriteText(Stream stream, string? path, ModelInfo model, ModelFacts facts)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        IEnumerable<string> labels = model.Labels.Select((label, i) => $"{label} ({Names.Of(model.LabelRoles[i])})");
        Line("name", model.Name);
        Line("file", path ?? Bundled);
        Line("SHA-256", facts.Sha256);
        Line("size", string.Create(CultureInfo.InvariantCulture, $"{facts.Bytes:N0} bytes"));
        Line("format", string.Create(CultureInfo.InvariantCulture, $"{model.Format}"));
        Line("language", model.Language);
        Line("labels", string.Join(", ", labels));
        Line("trained on", string.Create(CultureInfo.InvariantCulture, $"{model.TrainingPassages:N0} passages"));
        Line("training data", model.TrainingDataHash);
        Line("temperature", Names.Of(model.Temperature));
        Line("also from", Names.Of(model.AlsoThreshold));
        Line("figures", Join(model.Metrics.Select(pair => (pair.Key, Names.Of(Math.Round(pair.Value, 4))))));
        Line("settings", Join(model.Settings.Select(pair => (pair.Key, pair.Value))));
        Line("tensors", Join(facts.Tensors.Select(pair => (pair.Key, pair.Value.ToString("N0", CultureInfo.InvariantCulture)))));

        void Line(string name, string value) => writer.WriteLine(name.PadRight(NameWidth) + PlainText.Clean(value));
    }

    /// <summary>One JSON object.</summary>
    public static void WriteJson(Stream stream, string? path, ModelInfo model, ModelFacts facts)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        json.WriteString("file", path ?? Bundled);
        json.WriteString("sha256", facts.Sha256);
        json.WriteNumber("bytes", facts.Bytes);
        json.WriteNumber("format", model.Format);
        json.WriteString("language", model.Language);
        Write("labels", model.Labels.Select((label, i) => (label, Names.Of(model.LabelRoles[i]))), json.WriteString);
        json.WriteNumber("trainingPassages", model.TrainingPassages);
        json.WriteString("trainingDataHash", model.TrainingDataHash);
        json.WriteNumber("temperature", model.Temperature);
        json.WriteNumber("alsoThreshold", model.AlsoThreshold);
        Write("metrics", model.Metrics.Select(pair => (pair.Key, pair.Value)), json.WriteNumber);
        Write("settings", model.Settings.Select(pair => (pair.Key, pair.Value)), json.WriteString);
        Write("tensors", facts.Tensors.Select(pair => (pair.Key, pair.Value)), json.WriteNumber);
        json.WriteEndObject();
        line.WriteTo(stream);

        void Write<T>(string name, IEnumerable<(string Name, T Value)> pairs, Action<string, T> write)
        {
            json.WriteStartObject(name);
            foreach ((string key, T value) in pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal))
            {
                write(key, value);
            }

            json.WriteEndObject();
        }
    }

    private static string Join(IEnumerable<(string Name, string Value)> pairs) =>
        string.Join(", ", pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => $"{pair.Name} {pair.Value}"));
}
