using System.Text.Json.Serialization;
using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>JSON of a model's metadata, generated at compile time so that trimming and native compilation keep it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ModelInfo))]
[JsonSerializable(typeof(Mark[]))]
internal sealed partial class ModelJson : JsonSerializerContext;
