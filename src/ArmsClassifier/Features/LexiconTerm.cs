namespace ArmsClassifier.Features;

/// <summary>A term that ends at a node of the lexicon's tree.</summary>
/// <param name="Node">The node.</param>
/// <param name="Mark">Index of its class.</param>
/// <param name="Case">What its capitals must be.</param>
/// <param name="Kind">The kind of its class; the lexicon fills it in.</param>
internal readonly record struct LexiconTerm(int Node, ushort Mark, TermCase Case, MarkKind Kind = default);
