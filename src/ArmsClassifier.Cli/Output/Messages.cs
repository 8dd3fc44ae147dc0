using System.Globalization;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Output;

/// <summary>How bad rows of tables are told.</summary>
internal static class Messages
{
    private const int MaxRows = 20;

    /// <summary>A row on one line.</summary>
    public static string Of(TableError error) => (error.Line == 0 ? $"{error.File}: {error.Message}" : error.ToString()).ReplaceLineEndings(" ");

    /// <summary>Tells of the first rows, and how many more there are.</summary>
    public static void Say(this Terminal terminal, IReadOnlyCollection<TableError> errors)
    {
        foreach (TableError error in errors.Take(MaxRows))
        {
            terminal.Say(Of(error));
        }

        if (errors.Count > MaxRows)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"and {errors.Count - MaxRows} more bad rows"));
        }
    }
}
