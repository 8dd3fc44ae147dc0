namespace ArmsClassifier.Features;

/// <summary>A node of the term tree: 16 bytes, four a cache line.</summary>
internal struct TermNode
{
    /// <summary>Bits for each token that goes on from here (see <see cref="SymbolTraits.TokenBits"/>).</summary>
    public ulong Next;

    /// <summary>Index of the first term that ends here.</summary>
    public int FirstTerm;

    /// <summary>How many terms end here.</summary>
    public ushort Terms;

    /// <summary>
    /// For a term of two tokens that needs no further look, the class + 1; otherwise 0. It ends here alone, whatever its capitals, and its first
    /// token adds nothing to it by itself.
    /// </summary>
    public ushort Sole;
}
