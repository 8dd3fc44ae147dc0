namespace ArmsClassifier;

/// <summary>
/// One unit of classification: a paragraph, a headline, or a feed item's title with its summary.
/// </summary>
/// <param name="Text">The passage as it stands in the source, without surrounding white space.</param>
/// <param name="Role">The part that the passage plays in its article.</param>
/// <param name="Line">Line of the source on which the passage begins, counted from 1; 0 where the source has no lines.</param>
public readonly record struct Passage(string Text, PassageRole Role = PassageRole.Body, int Line = 0);
