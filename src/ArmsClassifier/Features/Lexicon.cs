using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>
/// The words that a model knows and the terms of the lexicon over them, compiled: a token finds its index by hash, and a tree over
/// token indices finds the terms that begin at a token.
/// </summary>
internal sealed class Lexicon
{
    // Keeps the key of the root's edge to token 0 from being zero.
    private const ulong EdgeBias = 1UL << 63;

    private readonly HashIndex _tokens;
    private readonly HashIndex _edges;
    private readonly KeyFilter _edgeFilter;
    private readonly SymbolTraits[] _traits;
    private readonly int[] _termOffsets;
    private readonly int[] _impliedOffsets;
    private readonly ushort[] _implied;
    private readonly LexiconTerm[] _terms;

    /// <summary>Compiles a lexicon.</summary>
    /// <param name="tokenHashes">Hash of every known token; its position is the token's index.</param>
    /// <param name="marks">The classes.</param>
    /// <param name="edges">Edges of the tree, parents first, as node and token index; edge i leads to node i + 1, and node 0 is the root.</param>
    /// <param name="terms">What ends at a node, ordered by node.</param>
    public Lexicon(ulong[] tokenHashes, Mark[] marks, ReadOnlySpan<ulong> edges, LexiconTerm[] terms)
    {
        TokenHashes = tokenHashes;
        Marks = marks;
        Edges = edges.ToArray();
        _tokens = new HashIndex(tokenHashes);
        _terms = Array.ConvertAll(terms, t => t with { Kind = marks[t.Mark].Kind });
        _traits = new SymbolTraits[tokenHashes.Length + marks.Length];
        var inner = new ulong[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            (int node, int token) = ((int)(edges[i] >> 32), (int)(uint)edges[i]);
            if (node == 0)
            {
                _traits[token].FirstNode = i + 1;
            }
            else
            {
                _traits[token].IsInner = true;
            }

            // Root edges are reached by token; they keep their place here so that positions stay node numbers.
            inner[i] = edges[i] + EdgeBias;
        }

        _edges = new HashIndex(inner);
        _edgeFilter = new KeyFilter(inner);
        _termOffsets = new int[edges.Length + 2];
        foreach (LexiconTerm term in terms)
        {
            _termOffsets[term.Node + 1]++;
        }

        for (int i = 1; i < _termOffsets.Length; i++)
        {
            _termOffsets[i] += _termOffsets[i - 1];
        }

        NumberMarks = new NumberMarks(marks);
        foreach (Mark mark in marks)
        {
            Groups = Math.Max(Groups, 32 - BitOperations.LeadingZeroCount(mark.Groups));
        }

        FindTraits(edges);
        (_impliedOffsets, _implied) = FindImplied();
    }

    /// <summary>Hash of every known token, by index.</summary>
    public ulong[] TokenHashes { get; }

    /// <summary>The classes, by index.</summary>
    public Mark[] Marks { get; }

    /// <summary>Edges of the term tree, as given.</summary>
    public ulong[] Edges { get; }

    /// <summary>All terms, ordered by node.</summary>
    public ReadOnlySpan<LexiconTerm> Terms => _terms;

    /// <summary>The classes that number expressions need.</summary>
    public NumberMarks NumberMarks { get; }

    /// <summary>Number of known tokens; the symbols of classes follow those of tokens.</summary>
    public int TokenCount => TokenHashes.Length;

    /// <summary>Number of symbols: tokens and classes.</summary>
    public int SymbolCount => TokenHashes.Length + Marks.Length;

    /// <summary>Index of the token with <paramref name="hash"/>, or -1.</summary>
    public int TokenIndex(ulong hash) => _tokens.Find(hash);

    /// <summary>Symbol of the class <paramref name="mark"/>.</summary>
    public int SymbolOf(int mark) => TokenHashes.Length + mark;

    /// <summary>What there is to know of <paramref name="symbol"/> while reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly SymbolTraits Traits(int symbol) => ref _traits[symbol];

    /// <summary>Node after <paramref name="token"/> at <paramref name="node"/>, or 0.</summary>
    public int NextNode(int node, int token)
    {
        ulong key = (((ulong)(uint)node << 32) | (uint)token) + EdgeBias;
        return _edgeFilter.MayHold(key) ? _edges.Find(key) + 1 : 0;
    }

    /// <summary>The terms that end at <paramref name="node"/>.</summary>
    public ReadOnlySpan<LexiconTerm> TermsAt(int node) => _terms.AsSpan(_termOffsets[node].._termOffsets[node + 1]);

    /// <summary>The concepts that a token implies by itself, whatever its capitals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ushort> ImpliedConcepts(int token) => _implied.AsSpan(_impliedOffsets[token].._impliedOffsets[token + 1]);

    /// <summary>Number of groups of the patterns.</summary>
    public int Groups { get; }

    /// <summary>Whether a term that is a single token belongs to that token's own row.</summary>
    private static bool IsImplied(in LexiconTerm term) => term.Case == TermCase.Any && term.Kind == MarkKind.Concept;

    private (int[] Offsets, ushort[] Marks) FindImplied()
    {
        var offsets = new int[TokenCount + 1];
        var marks = new List<ushort>();
        for (int token = 0; token < TokenCount; token++)
        {
            int node = _traits[token].FirstNode;
            foreach (ref readonly LexiconTerm term in node == 0 ? [] : TermsAt(node))
            {
                if (IsImplied(term))
                {
                    marks.Add(term.Mark);
                }
            }

            offsets[token + 1] = marks.Count;
        }

        return (offsets, [.. marks]);
    }

    private void FindTraits(ReadOnlySpan<ulong> edges)
    {
        foreach (ref readonly ulong edge in edges)
        {
            int token = (int)(uint)edge;
            bool isRoot = edge >> 32 == 0;
            foreach (ref readonly LexiconTerm term in isRoot ? TermsAt(_traits[token].FirstNode) : [])
            {
                _traits[token].IsTerm |= !IsImplied(term);
                _traits[token].Groups |= IsImplied(term) ? Marks[term.Mark].Groups : 0;
            }
        }

        for (int mark = 0; mark < Marks.Length; mark++)
        {
            _traits[SymbolOf(mark)].Groups = Marks[mark].Groups;
        }
    }
}
