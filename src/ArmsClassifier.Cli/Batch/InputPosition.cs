namespace ArmsClassifier.Cli.Batch;

/// <summary>A place between two entries of the input.</summary>
/// <param name="Source">Index of the source among all files and streams that are read.</param>
/// <param name="Entries">How many entries of that source lie before.</param>
/// <param name="Total">How many entries of the whole input lie before.</param>
internal readonly record struct InputPosition(int Source, long Entries, long Total);
