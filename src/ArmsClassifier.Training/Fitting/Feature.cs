namespace ArmsClassifier.Training.Fitting;

/// <summary>The groups of features.</summary>
internal enum FeatureKind : byte
{
    /// <summary>A word or a class in place of one.</summary>
    Word,

    /// <summary>A character n-gram inside a word.</summary>
    Gram,

    /// <summary>A concept.</summary>
    Concept,

    /// <summary>Two neighbouring units.</summary>
    Pair,

    /// <summary>A concept in the first sentence of a passage, besides.</summary>
    LeadConcept,

    /// <summary>A pattern of groups.</summary>
    Pattern,

    /// <summary>A class and a word near each other.</summary>
    Context,
}

/// <summary>A feature: one weight per label.</summary>
internal readonly record struct Feature(FeatureKind Kind, ulong Key) : IComparable<Feature>
{
    /// <inheritdoc/>
    public int CompareTo(Feature other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : Key.CompareTo(other.Key);
}
