using System.Runtime.CompilerServices;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>Reads the units of a passage: replaces entities and numbers by their class, and reports the terms of concepts.</summary>
/// <remarks>
/// Two passes. The first goes over all tokens of the passage without a branch that depends on the text: it takes each for a unit, or for the entity that
/// it is by itself, and notes those that may be more: a number, the beginning of a term. The second looks at these, sentence by sentence.
/// </remarks>
internal static class UnitReader
{
    private const int MaxConceptsAtToken = 16;

    // Stands in the place of a token that belongs to the unit before it.
    private const int Covered = FeatureExtractor.Unknown - 1;

    /// <summary>Takes every token of a passage for a unit by itself, and notes the candidates for more, with the node that each leads to.</summary>
    /// <returns>The number of candidates.</returns>
    public static int TakeAll(ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens, Lexicon lexicon, ReadingScratch scratch)
    {
        Span<int> candidates = scratch.Candidates;
        int noted = Note(bytes, tokens, lexicon, scratch.Indices, scratch.Symbols, candidates);
        Span<int> indices = scratch.Indices;
        foreach (int at in candidates[..noted])
        {
            lexicon.PrefetchEdge(lexicon.Traits(indices[at]).FirstNode, indices[at + 1]);
        }

        return Resolve(bytes, tokens, lexicon, scratch, noted);
    }

    /// <summary>Keeps the candidates that are more than they seem, and writes their nodes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Resolve(ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens, Lexicon lexicon, ReadingScratch scratch, int noted)
    {
        Span<int> candidates = scratch.Candidates;
        Span<int> indices = scratch.Indices;
        Span<int> nodes = scratch.Nodes;
        int kept = 0;
        foreach (int at in candidates[..noted])
        {
            ref readonly SymbolTraits traits = ref lexicon.Traits(indices[at]);
            int node = lexicon.NextNode(traits.FirstNode, indices[at + 1]);
            CacheLine.Prefetch(in lexicon.Node(node));
            candidates[kept] = at;
            nodes[kept] = node;
            kept += node != 0 || traits.Sole == SoleTerm.Terms || NumberReader.MayBegin(bytes, tokens[at]) ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Reads a sentence: looks at its candidates and puts its units together.</summary>
    /// <param name="run">The tokens of the sentence.</param>
    /// <param name="first">The first of them in the passage.</param>
    /// <param name="candidates">Those candidates of the passage that have not been looked at; the sentence's are taken off.</param>
    /// <param name="nodes">Their nodes.</param>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="isLead">Whether the sentence is the passage's first.</param>
    /// <param name="scratch">Room for the work.</param>
    /// <param name="sink">Receives the terms of concepts.</param>
    /// <param name="groups">The groups of its units.</param>
    public static UnitRun Read<TSink>(
        in TokenRun run, int first, ref ReadOnlySpan<int> candidates, ref ReadOnlySpan<int> nodes, Lexicon lexicon, bool isLead, ReadingScratch scratch, ref TSink sink, out uint groups)
        where TSink : struct, IFeatureSink
    {
        groups = 0;
        Span<int> symbols = scratch.Symbols.AsSpan(first, run.Count);
        scratch.OwnBits.AsSpan(0, run.Count).Clear();
        int next = 0;
        int taken = 0;
        for (; taken < candidates.Length && candidates[taken] < first + run.Count; taken++)
        {
            int at = candidates[taken] - first;
            if (at >= next)
            {
                next = ReadUnit(run, at, at + 1 < run.Count ? nodes[taken] : 0, lexicon, isLead, symbols, scratch, ref sink, ref groups);
                symbols[(at + 1)..next].Fill(Covered);
            }
        }

        candidates = candidates[taken..];
        nodes = nodes[taken..];
        int units = Gather(symbols, scratch.Places, lexicon, ref groups);
        return new UnitRun(run.Tokens, symbols[..units], scratch.Places.AsSpan(0, units));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Note(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens, Lexicon lexicon, Span<int> indices, Span<int> symbols, Span<int> candidates)
    {
        // Where the last token ends, nothing goes on.
        indices[tokens.Length] = FeatureExtractor.Unknown;
        int noted = 0;
        for (int at = 0; at < tokens.Length; at++)
        {
            int index = indices[at];
            ref readonly SymbolTraits traits = ref lexicon.Traits(index);
            int takes = (int)traits.Sole & ((int)SoleTerm.Entity | (IsCapital(bytes[tokens[at].Start]) << 1));
            symbols[at] = index ^ ((index ^ traits.EntitySymbol) & -((takes | (takes >> 1)) & 1));
            candidates[noted] = at;
            int mayGoOn = SymbolTraits.MayHold(traits.Next, indices[at + 1]);
            noted += (mayGoOn | ((int)traits.Sole >> 2) | (NumberReader.MayBegin(bytes, tokens[at]) ? 1 : 0)) & 1;
        }

        return noted;
    }

    /// <summary>1 for a capital letter, otherwise 0; without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IsCapital(byte value) => (int)(((ulong)(uint)(value - 'A') - 26) >> 63);

    /// <summary>Closes up the symbols of units, writes their places and adds their groups; returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Gather(Span<int> symbols, Span<int> places, Lexicon lexicon, ref uint groups)
    {
        uint all = groups;
        int units = 0;
        for (int at = 0; at < symbols.Length; at++)
        {
            int symbol = symbols[at];
            symbols[units] = symbol;
            places[units] = at;
            int isUnit = symbol > Covered ? 1 : 0;
            units += isUnit;
            all |= lexicon.Traits(symbol + 1 - isUnit).Groups;
        }

        groups = all;
        return units;
    }

    /// <summary>Reads the unit that begins at token <paramref name="at"/>, which with the next one leads to <paramref name="second"/>; returns the token after it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadUnit<TSink>(
        in TokenRun run, int at, int second, Lexicon lexicon, bool isLead, Span<int> symbols, ReadingScratch scratch, ref TSink sink, ref uint groups)
        where TSink : struct, IFeatureSink
    {
        if (NumberReader.MayBegin(run.Bytes, run.Tokens[at]))
        {
            int next = at + 1;
            int mark = NumberReader.Read(run, at, lexicon, ref next);
            if (mark >= 0)
            {
                symbols[at] = lexicon.SymbolOf(mark);
                return next;
            }
        }

        ref readonly TermNode node = ref lexicon.Node(second);
        if (node.Sole != 0 && SymbolTraits.MayHold(node.Next, run.IndexAfter(at + 1)) == 0)
        {
            return Sole(run, at, node.Sole - 1, lexicon, isLead, symbols, scratch, ref sink, ref groups);
        }

        return second != 0 || lexicon.Traits(run.Indices[at]).Sole == SoleTerm.Terms
            ? Terms(run, at, second, lexicon, isLead, symbols, scratch, ref sink, ref groups)
            : at + 1;
    }

    /// <summary>Reads the unit at token <paramref name="at"/>, which with the next one is a term of class <paramref name="mark"/> and nothing else.</summary>
    private static int Sole<TSink>(
        in TokenRun run, int at, int mark, Lexicon lexicon, bool isLead, Span<int> symbols, ReadingScratch scratch, ref TSink sink, ref uint groups)
        where TSink : struct, IFeatureSink
    {
        if (lexicon.IsEntity(mark))
        {
            symbols[at] = lexicon.SymbolOf(mark);
            return at + 2;
        }

        Say(run, at, mark, lexicon, isLead, scratch, ref sink, ref groups);
        return at + 1;
    }

    /// <summary>Reads the unit at token <paramref name="at"/>, which begins terms; <paramref name="second"/> is the node of its first two tokens.</summary>
    /// <remarks>The longest entity takes the tokens' place; of the concepts, each counts once.</remarks>
    /// <returns>The token after the unit.</returns>
    private static int Terms<TSink>(
        in TokenRun run, int at, int second, Lexicon lexicon, bool isLead, Span<int> symbols, ReadingScratch scratch, ref TSink sink, ref uint groups)
        where TSink : struct, IFeatureSink
    {
        Span<ushort> marks = stackalloc ushort[MaxConceptsAtToken];
        int root = lexicon.Traits(run.Indices[at]).FirstNode;
        int next = at + 1;
        int entity = -1;
        int concepts = 0;
        uint implied = 0;
        int last = at;
        for (int node = root; node != 0; node = last == at + 1 ? second : NextNode(run, last, node, lexicon))
        {
            foreach (ref readonly LexiconTerm term in lexicon.TermsAt(node))
            {
                if (!run.HasCase(at, last, term.Case))
                {
                    continue;
                }

                if (term.Kind == MarkKind.Entity)
                {
                    (entity, next) = (term.Mark, last + 1);
                }
                else if (term.Kind == MarkKind.Concept && concepts < MaxConceptsAtToken && !marks[..concepts].Contains(term.Mark))
                {
                    implied |= node == root && term.Case == TermCase.Any ? 1u << concepts : 0;
                    marks[concepts++] = term.Mark;
                }
            }

            last++;
        }

        symbols[at] = entity >= 0 ? lexicon.SymbolOf(entity) : run.Indices[at];

        // What a token implies by itself is in its own row, unless an entity has taken its place.
        uint said = entity >= 0 ? 0 : implied;
        for (int i = 0; i < concepts; i++)
        {
            if ((said & (1u << i)) == 0)
            {
                Say(run, at, marks[i], lexicon, isLead, scratch, ref sink, ref groups);
            }
        }

        return next;
    }

    /// <summary>Reports the concept <paramref name="mark"/>, and gives its class to the unit at token <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Say<TSink>(in TokenRun run, int at, int mark, Lexicon lexicon, bool isLead, ReadingScratch scratch, ref TSink sink, ref uint groups)
        where TSink : struct, IFeatureSink
    {
        sink.Term(mark, run.Tokens[at].Start, run.Tokens[at].End, isLead);
        groups |= lexicon.Traits(lexicon.SymbolOf(mark)).Groups;
        scratch.Own(at, mark, lexicon.Contexts);
    }

    /// <summary>The node to which token <paramref name="at"/> leads from <paramref name="node"/>, or 0; terms do not cross sentences.</summary>
    private static int NextNode(in TokenRun run, int at, int node, Lexicon lexicon)
    {
        int token = run.IndexAfter(at - 1);
        return SymbolTraits.MayHold(lexicon.Node(node).Next, token) != 0 ? lexicon.NextNode(node, token) : 0;
    }
}
