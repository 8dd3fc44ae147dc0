namespace ArmsClassifier.Extensions.Settings;

/// <summary>The name that a model was registered under; empty or null for the one without a name.</summary>
internal static class SourceName
{
    /// <summary>What metrics and traces call the model without a name.</summary>
    public const string Default = "default";

    /// <summary>The name for metrics and traces.</summary>
    public static string ForTelemetry(string? name) => string.IsNullOrEmpty(name) ? Default : name;

    /// <summary>How messages about the model begin.</summary>
    public static string Prefix(string? name) => string.IsNullOrEmpty(name) ? "ArmsClassifier: " : $"ArmsClassifier '{name}': ";
}
