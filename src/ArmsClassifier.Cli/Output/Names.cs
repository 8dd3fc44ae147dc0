using System.Globalization;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Output;

/// <summary>How values are spelled in every output.</summary>
internal static class Names
{
    /// <summary>The name of a passage's role.</summary>
    public static string Of(PassageRole role) => role switch
    {
        PassageRole.Body => "body",
        PassageRole.Title => "title",
        PassageRole.Standfirst => "standfirst",
        PassageRole.Furniture => "furniture",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no role"),
    };

    /// <summary>The name of a label's role.</summary>
    public static string Of(LabelRole role) => role switch
    {
        LabelRole.Topic => "topic",
        LabelRole.Context => "context",
        LabelRole.Background => "background",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no role"),
    };

    /// <summary>A date as year, month and day, or null.</summary>
    public static string? Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment in ISO 8601 with its offset, to the second, or null.</summary>
    public static string? Of(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>How much a message about the input means.</summary>
    public static string Of(InputSeverity severity) => severity switch
    {
        InputSeverity.Error => "error",
        InputSeverity.Warning => "warning",
        InputSeverity.Note => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "no severity"),
    };

    /// <summary>A number in as few digits as tell it apart.</summary>
    public static string Of(double value) => JsonLine.Round(value).ToString(CultureInfo.InvariantCulture);
}
