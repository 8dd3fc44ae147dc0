namespace ArmsClassifier.Cli.Output;

/// <summary>A passage in a digest.</summary>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Result">What the model says of it, with evidence.</param>
internal sealed record DigestEntry(Article Article, Passage Passage, PassageResult Result);
