using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// The words that a model knows and the terms of the lexicon over them, compiled: a token finds its index by hash, and a tree over
/// token indices finds the terms that begin at a token.
/// </summary>
internal sealed class Lexicon
{
    private readonly PackedIndex _tokens;
    private readonly PackedIndex _edges;
    private readonly SymbolTraits[] _traits;
    private readonly int[] _termOffsets;
    private readonly int[] _impliedOffsets;
    private readonly ushort[] _implied;
    private readonly ClassSet[] _classSets;
    private readonly LexiconTerm[] _terms;

    /// <summary>Compiles a lexicon.</summary>
    /// <param name="tokenHashes">Hash of every known token; its position is the token's index.</param>
    /// <param name="marks">The classes.</param>
    /// <param name="edges">Edges of the tree, parents first, as node and token index; edge i leads to node i + 1, and node 0 is the root.</param>
    /// <param name="terms">What ends at a node, ordered by node.</param>
    /// <param name="contexts">The contexts that are wanted, as <see cref="ContextTable"/> writes them; null for all.</param>
    public Lexicon(ulong[] tokenHashes, Mark[] marks, ReadOnlySpan<ulong> edges, LexiconTerm[] terms, ulong[]? contexts)
    {
        TokenHashes = tokenHashes;
        Marks = marks;
        Edges = edges.ToArray();
        _tokens = new PackedIndex(tokenHashes, [.. Enumerable.Range(0, tokenHashes.Length)]);
        _terms = Array.ConvertAll(terms, t => t with { Kind = marks[t.Mark].Kind });
        _traits = new SymbolTraits[tokenHashes.Length + marks.Length + 1];
        var inner = new List<ulong>();
        var innerNodes = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            (int node, int token) = ((int)(edges[i] >> 32), (int)(uint)edges[i]);
            if (node == 0)
            {
                _traits[token].FirstNode = _traits[token].FirstNode == 0 ? i + 1 : throw new ArgumentException($"the edge of the root to token {token} stands twice");
                continue;
            }

            inner.Add(edges[i]);
            innerNodes.Add(i + 1);
            if (edges[node - 1] >> 32 == 0)
            {
                _traits[(int)(uint)edges[node - 1]].Next |= SymbolTraits.TokenBit(token);
            }
        }

        _edges = new PackedIndex(CollectionsMarshal.AsSpan(inner), CollectionsMarshal.AsSpan(innerNodes));
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
        Contexts = contexts is null ? ContextTable.Everything : ContextTable.Of(contexts, (symbol, place) => _traits[symbol].Contexts = place);
        _classSets = PlaceContexts(contexts is null);
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

    /// <summary>Writes the index of each token, or -1; returns how many are known.</summary>
    public int Find(ReadOnlySpan<Token> tokens, Span<int> indices)
    {
        foreach (ref readonly Token token in tokens)
        {
            _tokens.Prefetch(token.Hash);
        }

        int unknown = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            int index = _tokens.Find(tokens[i].Hash);
            indices[i] = index;
            unknown += index >>> 31;
            CacheLine.Prefetch(ref _traits[Math.Max(index, 0)]);
        }

        return tokens.Length - unknown;
    }

    /// <summary>Symbol of the class <paramref name="mark"/>.</summary>
    public int SymbolOf(int mark) => TokenHashes.Length + mark;

    /// <summary>What there is to know of <paramref name="symbol"/> while reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly SymbolTraits Traits(int symbol) => ref _traits[symbol];

    /// <summary>The traits of <paramref name="symbol"/>, or none where it is <see cref="FeatureExtractor.Unknown"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly SymbolTraits TraitsOrNone(int symbol) => ref _traits[symbol >= 0 ? symbol : _traits.Length - 1];

    /// <summary>Node after <paramref name="token"/> at <paramref name="node"/>, or 0.</summary>
    public int NextNode(int node, int token)
    {
        int next = _edges.Find(((ulong)(uint)node << 32) | (uint)token);
        return Math.Max(next, 0);
    }

    /// <summary>Asks for the memory that terms which begin with <paramref name="token"/> and go on with <paramref name="next"/> will need.</summary>
    public void PrefetchTerms(int token, int next)
    {
        int node = TraitsOrNone(token).FirstNode;
        _edges.Prefetch(((ulong)(uint)node << 32) | (uint)next);
        CacheLine.Prefetch(ref _termOffsets[node]);
    }

    /// <summary>The terms that end at <paramref name="node"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<LexiconTerm> TermsAt(int node) => _terms.AsSpan(_termOffsets[node].._termOffsets[node + 1]);

    /// <summary>The concepts that a token implies by itself, whatever its capitals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ushort> ImpliedConcepts(int token) => _implied.AsSpan(_impliedOffsets[token].._impliedOffsets[token + 1]);

    /// <summary>The contexts that are wanted.</summary>
    public ContextTable Contexts { get; }

    /// <summary>The set of classes that <see cref="SymbolTraits.Classes"/> stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ClassSet Classes(int set) => ref _classSets[set];

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

    /// <summary>Gives each symbol the place of its contexts and the set of its classes.</summary>
    private ClassSet[] PlaceContexts(bool isEverything)
    {
        var all = new List<ClassSet> { default };
        var sets = new Dictionary<ClassSet, int> { [default] = 0 };
        for (int symbol = 0; symbol < SymbolCount && !Contexts.IsEmpty; symbol++)
        {
            ClassSet classes = default;
            foreach (ushort mark in symbol < TokenCount ? ImpliedConcepts(symbol) : [(ushort)(symbol - TokenCount)])
            {
                classes = classes.With(mark);
            }

            _traits[symbol].Contexts = isEverything ? 1 : _traits[symbol].Contexts;
            if (!classes.IsEmpty && !sets.TryGetValue(classes, out _traits[symbol].Classes))
            {
                sets[classes] = _traits[symbol].Classes = all.Count;
                all.Add(classes);
            }
        }

        return [.. all];
    }

    private void FindTraits(ReadOnlySpan<ulong> edges)
    {
        foreach (ref readonly ulong edge in edges)
        {
            int token = (int)(uint)edge;
            bool isRoot = edge >> 32 == 0;
            foreach (ref readonly LexiconTerm term in isRoot ? TermsAt(_traits[token].FirstNode) : [])
            {
                ref SymbolTraits traits = ref _traits[token];
                if (IsImplied(term))
                {
                    traits.Groups |= Marks[term.Mark].Groups;
                }
                else
                {
                    bool isSole = term.Kind == MarkKind.Entity && TermsAt(traits.FirstNode).Length == 1;
                    traits.Sole = new SoleTerm(isSole ? SoleKind.Entity : SoleKind.Terms, term.Case, term.Mark);
                }
            }
        }

        for (int mark = 0; mark < Marks.Length; mark++)
        {
            _traits[SymbolOf(mark)].Groups = Marks[mark].Groups;
        }
    }
}
