namespace ArmsClassifier.Features;

/// <summary>What reading a text needs to know of a symbol, side by side in memory.</summary>
internal struct SymbolTraits
{
    /// <summary>Node of the term tree after the token at its root; 0 where no term begins with it.</summary>
    public int FirstNode;

    /// <summary>The groups that a unit of the symbol belongs to.</summary>
    public uint Groups;

    /// <summary>Whether the token stands in some term after the first place.</summary>
    public bool IsInner;

    /// <summary>Whether the token is by itself a term that its symbol does not imply: an entity, or one that depends on capitals.</summary>
    public bool IsTerm;
}
