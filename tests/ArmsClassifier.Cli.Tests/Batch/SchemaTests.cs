using System.Text.Json;

namespace ArmsClassifier.Cli.Tests.Batch;

/// <summary>The schemas in <c>docs/schemas</c> are a promise: every record fits them, and has no field that they do not name.</summary>
public sealed class SchemaTests : Folder
{
    private const string Input = """
        {"id":1,"title":"Army orders tanks","date":"2024-02-01","text":"The ministry signed a contract for tanks.\nShare this article"}
        {"id":2,"text":"Пример текста на другом языке, который модель не знает."}
        {"id":3,"text":"ok","link":"https://example.org/a","author":"A. Person"}
        {broken
        """;

    [Theory]
    [InlineData("passage-1")]
    [InlineData("passage-1", "--explain", "--text", "--all")]
    [InlineData("article-1", "--unit", "article")]
    public void Records_fit_their_schema(string schema, params string[] options)
    {
        JsonElement[] records = Command.Read(Input, ["classify", "--model", TinyModel.File, .. options]).Records;

        records.Length.ShouldBeGreaterThan(2);
        foreach (JsonElement record in records)
        {
            Check(record, Schema(schema), "$", isTop: true);
        }
    }

    [Fact]
    public void Records_of_bad_items_fit_their_schema()
    {
        Command.Read(Input, "classify", "--model", TinyModel.File, "--errors", At("bad.jsonl")).ExitCode.ShouldBe(65);

        Check(JsonDocument.Parse(File.ReadAllText(At("bad.jsonl"))).RootElement, Schema("error-1"), "$", isTop: true);
    }

    private static JsonElement Schema(string name) => JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("docs", "schemas", name + ".json"))).RootElement;

    /// <summary>Checks the few words of JSON Schema that the schemas use.</summary>
    private static void Check(JsonElement value, JsonElement schema, string path, bool isTop = false)
    {
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            bool holds = rule.Name switch
            {
                "$schema" or "$id" or "title" => true,
                "type" => rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(type => Is(value, type.GetString()!)) : Is(value, rule.Value.GetString()!),
                "enum" => rule.Value.EnumerateArray().Any(allowed => allowed.GetString() == value.GetString()),
                "minimum" => value.ValueKind == JsonValueKind.Null || value.GetDouble() >= rule.Value.GetDouble(),
                "maximum" => value.ValueKind == JsonValueKind.Null || value.GetDouble() <= rule.Value.GetDouble(),
                "required" => rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => !isTop || value.EnumerateObject().All(property => rule.Value.TryGetProperty(property.Name, out _)),
                "items" or "additionalProperties" => true,
                _ => throw new InvalidDataException(rule.Name),
            };
            holds.ShouldBeTrue($"{path}: {rule.Name} {rule.Value} of {value}");
        }

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(item, items, path + "[]");
            }
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                if ((schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(property.Name, out JsonElement rules))
                    || schema.TryGetProperty("additionalProperties", out rules))
                {
                    Check(property.Value, rules, $"{path}.{property.Name}");
                }
            }
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidDataException(type),
    };
}
