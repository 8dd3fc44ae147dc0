namespace ArmsClassifier.Training;

/// <summary>A row that a person should look at.</summary>
/// <param name="Kind">What may be wrong.</param>
/// <param name="Passage">The row.</param>
/// <param name="Weight">How serious it looks, 0 to 1: for a likely error, how much likelier the other label is; 1 for other kinds.</param>
/// <param name="Suggested">The label that it should perhaps have, or null.</param>
/// <param name="Detail">What was found, in words.</param>
public sealed record Finding(FindingKind Kind, LabelledPassage Passage, double Weight, string? Suggested, string Detail);
