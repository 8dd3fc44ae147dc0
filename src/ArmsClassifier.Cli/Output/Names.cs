using System.Globalization;

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

    /// <summary>A number in as few digits as tell it apart.</summary>
    public static string Of(double value) => JsonLine.Round(value).ToString(CultureInfo.InvariantCulture);
}
