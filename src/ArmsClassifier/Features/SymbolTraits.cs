using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArmsClassifier.Features;

/// <summary>What reading and scoring a text need to know of a symbol, side by side: one cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct SymbolTraits
{
    /// <summary>The row of weights of a model whose rows have eight lanes; zero for others.</summary>
    public Vector128<short> Body;

    /// <summary>The same in the first sentence of a passage.</summary>
    public Vector128<short> Lead;

    /// <summary>Bits for each token that goes on a term which begins with this one (see <see cref="TokenBits"/>).</summary>
    public ulong Next;

    /// <summary>Node of the term tree after the token at its root; 0 where no term begins with it.</summary>
    public int FirstNode;

    /// <summary>The groups that a unit of the symbol belongs to.</summary>
    public uint Groups;

    /// <summary>The classes of a unit of the symbol (see <see cref="Lexicon.Classes"/>).</summary>
    public int Classes;

    /// <summary>The place of the symbol among the contexts (see <see cref="Lexicon.Contexts"/>).</summary>
    public int Contexts;

    /// <summary>The class that takes the token's place, where <see cref="Sole"/> says that one does.</summary>
    public int EntitySymbol;

    /// <summary>What the token is by itself.</summary>
    public SoleTerm Sole;

    /// <summary>The two bits that stand for <paramref name="token"/>, and for some others (a Bloom filter: Bloom, 1970).</summary>
    public static ulong TokenBits(int token) => (1UL << token) | (1UL << (token >> 6));

    /// <summary>Whether <paramref name="next"/> may hold <paramref name="token"/>: 1, or 0 where it certainly does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MayHold(ulong next, int token) => (int)((next >> token) & (next >> (token >> 6))) & 1;
}

/// <summary>What a single token is by itself, beside the concepts that its symbol implies.</summary>
internal enum SoleTerm
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An entity, whatever its capitals.</summary>
    Entity = 1,

    /// <summary>An entity if it begins with a capital.</summary>
    CapitalEntity = 2,

    /// <summary>Several terms, or one that depends on capitals in another way: takes a look at the terms.</summary>
    Terms = 4,
}
