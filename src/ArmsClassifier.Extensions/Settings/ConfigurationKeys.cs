using Microsoft.Extensions.Configuration;

namespace ArmsClassifier.Extensions.Settings;

/// <summary>Options from configuration. A misspelt key would otherwise be passed over in silence.</summary>
internal static class ConfigurationKeys
{
    /// <summary>The keys that there are: the properties of <see cref="ArmsClassifierOptions"/>.</summary>
    public static readonly string[] Known =
    [
        nameof(ArmsClassifierOptions.ModelPath),
        nameof(ArmsClassifierOptions.Coverage),
        nameof(ArmsClassifierOptions.Prior),
        nameof(ArmsClassifierOptions.DetectLanguage),
        nameof(ArmsClassifierOptions.ReloadOnChange),
        nameof(ArmsClassifierOptions.CheckInterval),
        nameof(ArmsClassifierOptions.AllowOtherLabels),
    ];

    /// <summary>Sets the options that <paramref name="configuration"/> names.</summary>
    /// <exception cref="InvalidOperationException">A key is unknown, or a value is none of its type.</exception>
    public static void Bind(IConfiguration configuration, ArmsClassifierOptions options)
    {
        foreach (IConfigurationSection setting in configuration.GetChildren())
        {
            if (!Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"the configuration {setting.Path} is no setting of ArmsClassifier; there are {string.Join(", ", Known)}");
            }

            bool isPrior = string.Equals(setting.Key, nameof(ArmsClassifierOptions.Prior), StringComparison.OrdinalIgnoreCase);
            if (isPrior && !string.IsNullOrEmpty(setting.Value))
            {
                throw new InvalidOperationException(
                    $"the configuration {setting.Path} is '{setting.Value}'; a prior is a share a label, such as {setting.Path}:none = 0.9");
            }
        }

        configuration.Bind(options);
    }
}
