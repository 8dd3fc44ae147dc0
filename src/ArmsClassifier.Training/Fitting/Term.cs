namespace ArmsClassifier.Training.Fitting;

/// <summary>What kind of thing the extractor reported.</summary>
internal enum TermKind : byte
{
    /// <summary>A known token or a class; the key is its symbol.</summary>
    Symbol,

    /// <summary>The same in the first sentence of a passage.</summary>
    LeadSymbol,

    /// <summary>A word that is not known; the key is its hash.</summary>
    UnknownWord,

    /// <summary>A pair of units.</summary>
    Pair,

    /// <summary>A concept of a term that no symbol implies; the key is its class.</summary>
    Concept,

    /// <summary>The same in the first sentence of a passage.</summary>
    LeadConcept,

    /// <summary>A pattern of groups; the key is its code.</summary>
    Pattern,

    /// <summary>A class and a word near each other; the key is that of the extractor.</summary>
    Context,
}

/// <summary>A thing that the extractor reports, and that has one row in a compiled model.</summary>
internal readonly record struct Term(TermKind Kind, ulong Key) : IComparable<Term>
{
    /// <inheritdoc/>
    public int CompareTo(Term other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : Key.CompareTo(other.Key);
}
