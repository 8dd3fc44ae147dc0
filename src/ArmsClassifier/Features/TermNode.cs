namespace ArmsClassifier.Features;

/// <summary>A node of the term tree: 16 bytes, four a cache line.</summary>
internal struct TermNode
{
    /// <summary>Bits for each token that goes on from here (see <see cref="SymbolTraits.TokenBits"/>).</summary>
    public ulong Next;

    /// <summary>Index of the first term that ends here.</summary>
    public int FirstTerm;

    /// <summary>How many terms end here.</summary>
    public int Terms;
}
