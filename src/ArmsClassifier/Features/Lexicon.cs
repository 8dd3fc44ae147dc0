using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private readonly CacheAligned<SymbolTraits> _traits;
    private readonly CacheAligned<TermNode> _nodes;
    private readonly int[] _impliedOffsets;
    private readonly ushort[] _implied;
    private readonly ClassSet[] _classSets;
    private readonly ulong[] _classBits;
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
        _terms = new LexiconTerm[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            _terms[i] = terms[i] with { Kind = marks[terms[i].Mark].Kind };
        }

        _traits = new CacheAligned<SymbolTraits>(tokenHashes.Length + marks.Length + 1);
        _nodes = new CacheAligned<TermNode>(edges.Length + 1);
        _edges = PlaceEdges(edges);
        PlaceTerms();
        NumberMarks = new NumberMarks(marks);
        foreach (Mark mark in marks)
        {
            Groups = Math.Max(Groups, 32 - BitOperations.LeadingZeroCount(mark.Groups));
        }

        FindTraits(edges);
        (_impliedOffsets, _implied) = FindImplied();
        FindSole(edges);
        Contexts = contexts is null ? ContextTable.Everything : ContextTable.Of(contexts, (symbol, place) => TraitsOf(symbol).Contexts = place);
        _classSets = PlaceContexts(contexts is null);
        _classBits = new ulong[_classSets.Length];
        for (int set = 0; set < _classSets.Length; set++)
        {
            _classBits[set] = Contexts.Bits(_classSets[set]);
        }
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
    [MethodImpl(MethodImplOptions.NoInlining)]
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
            CacheLine.Prefetch(in Traits(index));
        }

        return tokens.Length - unknown;
    }

    /// <summary>Symbol of the class <paramref name="mark"/>.</summary>
    public int SymbolOf(int mark) => TokenHashes.Length + mark;

    /// <summary>Whether the members of class <paramref name="mark"/> are replaced by it.</summary>
    public bool IsEntity(int mark) => Marks[mark].Kind == MarkKind.Entity;

    /// <summary>What there is to know of <paramref name="symbol"/> while reading; of <see cref="FeatureExtractor.Unknown"/>, nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly SymbolTraits Traits(int symbol) => ref _traits[symbol + 1];

    /// <summary>Puts rows of weights beside what is known of each symbol, unknown words first.</summary>
    /// <param name="symbol">A symbol or <see cref="FeatureExtractor.Unknown"/>.</param>
    /// <param name="body">Its row of eight weights.</param>
    /// <param name="lead">Its row in the first sentence.</param>
    public void SetWeights(int symbol, ReadOnlySpan<short> body, ReadOnlySpan<short> lead)
    {
        ref SymbolTraits traits = ref TraitsOf(symbol);
        traits.Body = Vector128.Create(body);
        traits.Lead = Vector128.Create(lead);
    }

    /// <summary>Node after <paramref name="token"/> at <paramref name="node"/>, or 0.</summary>
    public int NextNode(int node, int token)
    {
        int next = _edges.Find(((ulong)(uint)node << 32) | (uint)token);
        return Math.Max(next, 0);
    }

    /// <summary>Asks for the memory that <see cref="NextNode"/> will look at.</summary>
    public void PrefetchEdge(int node, int token) => _edges.Prefetch(((ulong)(uint)node << 32) | (uint)token);

    /// <summary>A node of the term tree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly TermNode Node(int node) => ref _nodes[node];

    /// <summary>The terms that end at <paramref name="node"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<LexiconTerm> TermsAt(int node)
    {
        ref readonly TermNode at = ref _nodes[node];
        return _terms.AsSpan(at.FirstTerm, at.Terms);
    }

    /// <summary>The concepts that a token implies by itself, whatever its capitals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ushort> ImpliedConcepts(int token) => _implied.AsSpan(_impliedOffsets[token].._impliedOffsets[token + 1]);

    /// <summary>The contexts that are wanted.</summary>
    public ContextTable Contexts { get; }

    /// <summary>The set of classes that <see cref="SymbolTraits.Classes"/> stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ClassSet Classes(int set) => ref _classSets[set];

    /// <summary>The bits of that set (see <see cref="ContextTable.Bits"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ClassBits(int set) => _classBits[set];

    /// <summary>Number of groups of the patterns.</summary>
    public int Groups { get; }

    /// <summary>Whether a term that is a single token belongs to that token's own row.</summary>
    private static bool IsImplied(in LexiconTerm term) => term.Case == TermCase.Any && term.Kind == MarkKind.Concept;

    private ref SymbolTraits TraitsOf(int symbol) => ref _traits[symbol + 1];

    /// <summary>Notes where the terms of each token begin and how nodes go on; returns the edges that do not start at the root.</summary>
    private PackedIndex PlaceEdges(ReadOnlySpan<ulong> edges)
    {
        var inner = new List<ulong>();
        var nodes = new List<int>();
        for (int i = 0; i < edges.Length; i++)
        {
            (int node, int token) = ((int)(edges[i] >> 32), (int)(uint)edges[i]);
            if (node == 0)
            {
                ref int first = ref TraitsOf(token).FirstNode;
                first = first == 0 ? i + 1 : throw new ArgumentException($"the edge of the root to token {token} stands twice");
                continue;
            }

            inner.Add(edges[i]);
            nodes.Add(i + 1);
            _nodes[node].Next |= SymbolTraits.TokenBits(token);
            if (edges[node - 1] >> 32 == 0)
            {
                TraitsOf((int)(uint)edges[node - 1]).Next |= SymbolTraits.TokenBits(token);
            }
        }

        return new PackedIndex(CollectionsMarshal.AsSpan(inner), CollectionsMarshal.AsSpan(nodes));
    }

    private void PlaceTerms()
    {
        for (int i = 0; i < _terms.Length; i++)
        {
            ref TermNode node = ref _nodes[_terms[i].Node];
            node.FirstTerm = node.Terms == 0 ? i : node.FirstTerm;
            node.Terms = checked((ushort)(node.Terms + 1));
        }
    }

    /// <summary>Marks the nodes of terms of two tokens that need no further look.</summary>
    private void FindSole(ReadOnlySpan<ulong> edges)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            int parent = (int)(edges[i] >> 32);
            ref TermNode node = ref _nodes[i + 1];
            if (parent == 0 || edges[parent - 1] >> 32 != 0 || node.Terms != 1 || _terms[node.FirstTerm] is not { Case: TermCase.Any, Kind: not MarkKind.Number } term)
            {
                continue;
            }

            int token = (int)(uint)edges[parent - 1];
            ReadOnlySpan<ushort> implied = ImpliedConcepts(token);
            bool isSole = Traits(token).Sole == SoleTerm.None && (term.Kind == MarkKind.Entity ? implied.IsEmpty : !implied.Contains(term.Mark));
            node.Sole = isSole ? (ushort)(term.Mark + 1) : (ushort)0;
        }
    }

    private (int[] Offsets, ushort[] Marks) FindImplied()
    {
        var offsets = new int[TokenCount + 1];
        var marks = new List<ushort>();
        for (int token = 0; token < TokenCount; token++)
        {
            int node = Traits(token).FirstNode;
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

            ref SymbolTraits traits = ref TraitsOf(symbol);
            traits.Contexts = isEverything ? 1 : traits.Contexts;
            if (!classes.IsEmpty && !sets.TryGetValue(classes, out traits.Classes))
            {
                sets[classes] = traits.Classes = all.Count;
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
            ref SymbolTraits traits = ref TraitsOf(token);
            foreach (ref readonly LexiconTerm term in isRoot ? TermsAt(traits.FirstNode) : [])
            {
                if (IsImplied(term))
                {
                    traits.Groups |= Marks[term.Mark].Groups;
                    continue;
                }

                if (term.Kind == MarkKind.Number)
                {
                    continue;
                }

                bool isSole = term.Kind == MarkKind.Entity && term.Case != TermCase.Upper && TermsAt(traits.FirstNode).Length == 1;
                traits.Sole = !isSole ? SoleTerm.Terms : term.Case == TermCase.Capital ? SoleTerm.CapitalEntity : SoleTerm.Entity;
                traits.EntitySymbol = SymbolOf(term.Mark);
            }
        }

        for (int mark = 0; mark < Marks.Length; mark++)
        {
            TraitsOf(SymbolOf(mark)).Groups = Marks[mark].Groups;
        }
    }
}
