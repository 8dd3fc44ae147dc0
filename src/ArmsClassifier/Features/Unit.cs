namespace ArmsClassifier.Features;

/// <summary>A piece of a sentence that counts as one: a known token, a class in place of an entity or number, or an unknown word.</summary>
/// <param name="Symbol">A token, a class, or <see cref="FeatureExtractor.Unknown"/>.</param>
/// <param name="Start">Index of its first folded byte.</param>
/// <param name="End">Index after its last folded byte.</param>
/// <param name="Classes">The set of its classes: one of the lexicon, or, where negative, the complement of an index into those of the sentence.</param>
/// <param name="Contexts">The place of the symbol among the contexts (see <see cref="ContextTable"/>).</param>
/// <param name="Groups">The groups that its classes belong to, a bit a group.</param>
internal readonly record struct Unit(int Symbol, int Start, int End, int Classes, int Contexts, uint Groups);
