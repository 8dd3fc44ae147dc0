using System.Buffers;
using System.Runtime.CompilerServices;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Turns folded text into features, the same way in training and inference: tokens become units, entities and numbers are replaced by
/// their class, concepts are reported, neighbours are paired, and patterns of groups are found.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Symbol of a word that the lexicon does not know.</summary>
    public const int Unknown = -1;

    private const int MaxConceptsAtToken = 16;
    private const int ImpliedMarks = -1;

    /// <summary>Feeds the features of <paramref name="text"/> to <paramref name="sink"/>.</summary>
    /// <returns>How many tokens the text has, and how many of them the lexicon knows.</returns>
    public static (int Tokens, int Known) Extract<TSink>(in FoldedText text, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Token[] tokenBuffer = ArrayPool<Token>.Shared.Rent(text.Length + 1);
        int[] indexBuffer = ArrayPool<int>.Shared.Rent(text.Length + 1);
        try
        {
            Span<Token> tokens = tokenBuffer;
            tokens = tokens[..Tokenizer.Tokenize(text, tokens)];
            Span<int> indices = indexBuffer.AsSpan(0, tokens.Length);
            int known = 0;
            for (int i = 0; i < tokens.Length; i++)
            {
                indices[i] = lexicon.TokenIndex(tokens[i].Hash);
                known += indices[i] >= 0 ? 1 : 0;
            }

            Units(new TokenRun(text.Padded, tokens, indices), text.Length, lexicon, ref sink);
            return (tokens.Length, known);
        }
        finally
        {
            ArrayPool<Token>.Shared.Return(tokenBuffer);
            ArrayPool<int>.Shared.Return(indexBuffer);
        }
    }

    private static void Units<TSink>(in TokenRun run, int textLength, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<uint> seen = stackalloc uint[PatternFinder.SeenLength(lexicon.Groups)];
        Span<(uint, int)> recent = stackalloc (uint, int)[PatternFinder.RecentLength];
        seen.Clear();
        recent.Clear();
        var patterns = new PatternFinder(lexicon.Groups, seen, recent);
        bool wantsContexts = sink.WantsContexts;
        Span<(int, int, int)> near = stackalloc (int, int, int)[ContextFinder.RecentLength];
        Span<ushort> nearMarks = stackalloc ushort[ContextFinder.MarksLength];
        Span<ushort> marks = stackalloc ushort[MaxConceptsAtToken + 1];
        var contexts = new ContextFinder(near, nearMarks);
        bool isLead = true;
        int left = Unknown;
        int leftStart = 0;
        for (int i = 0; i < run.Count;)
        {
            ref readonly Token first = ref run.Tokens[i];
            if (first.Gap == Gap.Sentence && i > 0)
            {
                patterns.EndSentence(ref sink);
                contexts.EndSentence();
                isLead = false;
                left = Unknown;
            }

            Reading unit = Read(run, i, lexicon, isLead, marks, ref sink);
            int end = run.Tokens[unit.Next - 1].End;
            sink.Unit(unit.Symbol, first, end, isLead);
            if (left >= 0 && unit.Symbol >= 0)
            {
                sink.Pair(left, unit.Symbol, leftStart, end);
            }

            patterns.Unit(unit.Groups, first.Start, end, ref sink);
            if (wantsContexts)
            {
                contexts.Unit(unit.Symbol, unit.Marks < 0 ? lexicon.ImpliedConcepts(unit.Symbol) : marks[..unit.Marks], first.Start, end, ref sink);
            }

            (left, leftStart) = (unit.Symbol, first.Start);
            i = unit.Next;
        }

        patterns.EndSentence(ref sink);
        patterns.EndPassage(textLength, ref sink);
    }

    /// <summary>Reads the unit that begins at token <paramref name="at"/>. The common case, a word that begins no term, is decided here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Reading Read<TSink>(in TokenRun run, int at, Lexicon lexicon, bool isLead, Span<ushort> marks, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int symbol = run.Indices[at];
        if (NumberReader.MayBegin(run, at))
        {
            int next = at + 1;
            int mark = NumberReader.Read(run, at, lexicon, ref next);
            if (mark >= 0)
            {
                symbol = lexicon.SymbolOf(mark);
                marks[0] = (ushort)mark;
                return new Reading(symbol, next, lexicon.Traits(symbol).Groups, 1);
            }
        }

        if (symbol < 0)
        {
            return new Reading(Unknown, at + 1, 0, 0);
        }

        ref readonly SymbolTraits traits = ref lexicon.Traits(symbol);
        int second = traits.FirstNode == 0 ? 0 : NextNode(run, at + 1, traits.FirstNode, lexicon);
        return second == 0 && !traits.IsTerm ? new Reading(symbol, at + 1, traits.Groups, ImpliedMarks) : Terms(run, at, second, lexicon, isLead, marks, ref sink);
    }

    /// <summary>Reads the unit at token <paramref name="at"/>, which begins terms; <paramref name="second"/> is the node of its first two tokens.</summary>
    /// <remarks>The longest entity takes the tokens' place; of the concepts, each counts once.</remarks>
    private static Reading Terms<TSink>(in TokenRun run, int at, int second, Lexicon lexicon, bool isLead, Span<ushort> marks, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int symbol = run.Indices[at];
        int root = lexicon.Traits(symbol).FirstNode;
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

        symbol = entity >= 0 ? lexicon.SymbolOf(entity) : symbol;
        uint groups = lexicon.Traits(symbol).Groups;
        for (int i = 0; i < concepts; i++)
        {
            // What a token implies by itself is in its own row, unless an entity has taken its place.
            if (entity >= 0 || (implied & (1u << i)) == 0)
            {
                sink.Term(marks[i], run.Tokens[at].Start, run.Tokens[at].End, isLead);
                groups |= lexicon.Traits(lexicon.SymbolOf(marks[i])).Groups;
            }
        }

        if (entity >= 0)
        {
            marks[concepts++] = (ushort)entity;
        }

        return new Reading(symbol, next, groups, concepts);
    }

    /// <summary>The node to which token <paramref name="at"/> leads from <paramref name="node"/>, or 0; terms do not cross sentences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextNode(in TokenRun run, int at, int node, Lexicon lexicon)
    {
        if ((uint)at >= (uint)run.Indices.Length)
        {
            return 0;
        }

        int token = run.Indices[at];
        return token >= 0 && lexicon.Traits(token).IsInner && run.Tokens[at].Gap != Gap.Sentence ? lexicon.NextNode(node, token) : 0;
    }

    /// <summary>A unit: its symbol, the token after it, the groups it belongs to, and how many classes it has; <see cref="ImpliedMarks"/> says: those of its word.</summary>
    private readonly record struct Reading(int Symbol, int Next, uint Groups, int Marks);
}
