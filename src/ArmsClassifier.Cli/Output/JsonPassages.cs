using System.Text.Json;

namespace ArmsClassifier.Cli.Output;

/// <summary>One JSON line a passage. Names and order of the fields are a promise.</summary>
internal sealed class JsonPassages(Stream stream, PassageChoice choice) : IResultWriter
{
    private readonly JsonLine _line = new();

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        foreach ((int index, Passage passage, PassageResult? found) in choice.Of(result))
        {
            _line.Json.WriteStartObject();
            _line.Json.WriteString("id", result.Article.Id);
            _line.Json.WriteNumber("passage", index);
            _line.Json.WriteNumber("line", passage.Line);
            _line.Json.WriteString("role", Names.Of(passage.Role));
            WriteLabel(found);
            _line.Json.WriteString("link", result.Article.Link);
            if (choice.WithEvidence)
            {
                WriteEvidence(_line.Json, passage.Text, found);
            }

            if (choice.WithText)
            {
                _line.Json.WriteString("text", passage.Text);
            }

            _line.Json.WriteEndObject();
            _line.WriteTo(stream);
        }
    }

    /// <inheritdoc/>
    public void Flush() => stream.Flush();

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    /// <summary>Writes the evidence list alone.</summary>
    public static void WriteEvidenceList(Utf8JsonWriter json, string text, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray();
        foreach ((int start, int length, double contribution) in evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("start", start);
            json.WriteNumber("length", length);
            json.WriteString("text", text.AsSpan(start, length));
            json.WriteNumber("contribution", JsonLine.Round(contribution));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, string text, PassageResult? found)
    {
        json.WriteNumber("score", JsonLine.Round(found?.Score ?? 0));
        json.WriteNumber("bias", JsonLine.Round(found?.Bias ?? 0));
        json.WritePropertyName("evidence");
        WriteEvidenceList(json, text, found?.Evidence ?? []);
    }

    private void WriteLabel(PassageResult? found)
    {
        _line.Json.WriteString("label", found?.Label);
        if (found is null)
        {
            _line.Json.WriteNull("probability");
        }
        else
        {
            _line.Json.WriteNumber("probability", JsonLine.Round(found.Probability));
        }

        _line.Json.WriteString("also", found?.Also);
        _line.Json.WriteBoolean("abstained", found?.Abstained ?? false);
        _line.Write("probabilities", found?.Probabilities ?? []);
        _line.Json.WriteStartArray("set");
        foreach (string label in found?.Set ?? [])
        {
            _line.Json.WriteStringValue(label);
        }

        _line.Json.WriteEndArray();
    }
}
