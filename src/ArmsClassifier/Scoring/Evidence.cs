namespace ArmsClassifier;

/// <summary>
/// What one stretch of a passage adds to the score of the winning label. The contributions of all evidence and the bias sum to the score.
/// </summary>
/// <param name="Start">Index of its first UTF-16 character in the passage.</param>
/// <param name="Length">Its length in UTF-16 characters; never splits a surrogate pair.</param>
/// <param name="Contribution">Its share of the score, in logits: positive for the label, negative against it.</param>
public readonly record struct Evidence(int Start, int Length, double Contribution);
