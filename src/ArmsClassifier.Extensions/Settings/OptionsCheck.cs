using System.Globalization;
using Microsoft.Extensions.Options;

namespace ArmsClassifier.Extensions.Settings;

/// <summary>Refuses options that no model could serve with. What depends on the model file is checked when it is read.</summary>
internal sealed class OptionsCheck : IValidateOptions<ArmsClassifierOptions>
{
    /// <summary>The shortest time between two looks at a file; file times may be no finer than a few milliseconds.</summary>
    public static readonly TimeSpan MinCheckInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time between two looks at a file.</summary>
    public static readonly TimeSpan MaxCheckInterval = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ArmsClassifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] failures = [.. Failures(options).Select(failure => SourceName.Prefix(name) + failure)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Refuses options by an exception.</summary>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static void Require(string? name, ArmsClassifierOptions options)
    {
        ValidateOptionsResult result = new OptionsCheck().Validate(name, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(name ?? "", typeof(ArmsClassifierOptions), result.Failures);
        }
    }

    private static IEnumerable<string> Failures(ArmsClassifierOptions options)
    {
        if (options.ModelPath is { } path && (string.IsNullOrWhiteSpace(path) || path.Contains('\0')))
        {
            yield return "ModelPath is empty or holds a zero character; name a model file, or leave it out for the bundled model";
        }

        if (!(options.Coverage >= 0 && options.Coverage <= 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Coverage is {options.Coverage}; it is a share between 0 and 1, such as 0.8");
        }

        foreach ((string label, double share) in options.Prior)
        {
            if (!(share > 0 && share <= 1))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Prior gives '{label}' the share {share}; a share is above 0 and at most 1");
            }
        }

        if (options.CheckInterval < MinCheckInterval || options.CheckInterval > MaxCheckInterval)
        {
            yield return $"CheckInterval is {options.CheckInterval}; it is between {MinCheckInterval} and {MaxCheckInterval} (hours:minutes:seconds)";
        }

        if (options.ReloadOnChange && options.ModelPath is null)
        {
            yield return "ReloadOnChange is set without ModelPath, and the bundled model never changes; name a model file, or leave ReloadOnChange out";
        }
    }
}
