namespace ArmsClassifier.Training;

/// <summary>A row that could not be used.</summary>
/// <param name="File">The table.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Name of the column or field, or empty where the whole row is meant.</param>
/// <param name="Message">What was found, what was expected, and how to mend it.</param>
public readonly record struct TableError(string File, int Line, string Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Column.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: column '{Column}': {Message}";
}
