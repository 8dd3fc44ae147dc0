namespace ArmsClassifier.Cli.Batch;

/// <summary>A point from which an interrupted run can go on.</summary>
/// <param name="Position">Up to where the input is done.</param>
/// <param name="Output">Length of the output up to there, in bytes.</param>
/// <param name="Errors">Length of the file of bad items, in bytes.</param>
/// <param name="Bad">How many items were lost.</param>
/// <param name="IsEnd">Whether the whole input is done.</param>
internal readonly record struct Checkpoint(InputPosition Position, long Output, long Errors, long Bad, bool IsEnd);
