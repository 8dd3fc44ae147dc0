using System.Buffers;
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

    private static void Units<TSink>(scoped TokenRun run, int textLength, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<uint> seen = stackalloc uint[PatternFinder.SeenLength(lexicon.Groups)];
        Span<(uint, int)> recent = stackalloc (uint, int)[PatternFinder.RecentLength];
        seen.Clear();
        recent.Clear();
        var patterns = new PatternFinder(lexicon.Groups, seen, recent);
        bool isLead = true;
        int left = Unknown;
        int leftStart = 0;
        for (int i = 0; i < run.Count;)
        {
            ref readonly Token first = ref run.Tokens[i];
            if (first.Gap == Gap.Sentence && i > 0)
            {
                patterns.EndSentence(ref sink);
                isLead = false;
                left = Unknown;
            }

            int symbol = run.Indices[i];
            int next = i + 1;
            uint groups = 0;
            int mark = NumberReader.MayBegin(run, i) ? NumberReader.Read(run, i, lexicon, ref next) : -1;
            if (mark < 0 && symbol >= 0 && lexicon.FirstNode(symbol) is int node and not 0)
            {
                int second = NextNode(run, i + 1, node, lexicon);
                mark = second != 0 || lexicon.IsTerm(symbol) ? Terms(run, i, node, second, lexicon, isLead, ref next, ref groups, ref sink) : -1;
            }

            symbol = mark >= 0 ? lexicon.SymbolOf(mark) : symbol;
            int end = run.Tokens[next - 1].End;
            sink.Unit(symbol, first, end, isLead);
            if (left >= 0 && symbol >= 0)
            {
                sink.Pair(left, symbol, leftStart, end);
            }

            patterns.Unit(symbol >= 0 ? groups | lexicon.GroupsOf(symbol) : groups, first.Start, end, ref sink);
            (left, leftStart) = (symbol, first.Start);
            i = next;
        }

        patterns.EndSentence(ref sink);
        patterns.EndPassage(textLength, ref sink);
    }

    /// <summary>Reports the concepts of the terms that begin at token <paramref name="at"/>; returns the class of the longest entity among them, or -1.</summary>
    /// <remarks><paramref name="root"/> and <paramref name="second"/> are the nodes of the first two tokens. A class counts once.</remarks>
    private static int Terms<TSink>(
        scoped TokenRun run, int at, int root, int second, Lexicon lexicon, bool isLead, ref int next, ref uint groups, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int entity = -1;
        int reported = 0;
        Span<int> marks = stackalloc int[MaxConceptsAtToken];
        int last = at;
        for (int node = root; node != 0; node = last == at + 1 ? second : NextNode(run, last, node, lexicon))
        {
            foreach (LexiconTerm term in lexicon.TermsAt(node))
            {
                if (!run.HasCase(at, last, term.Case))
                {
                    continue;
                }

                MarkKind kind = lexicon.Marks[term.Mark].Kind;
                if (kind == MarkKind.Entity)
                {
                    (entity, next) = (term.Mark, last + 1);
                }
                else if (kind == MarkKind.Concept && reported < MaxConceptsAtToken && !marks[..reported].Contains(term.Mark))
                {
                    marks[reported++] = term.Mark;
                }
            }

            last++;
        }

        // What a token implies by itself is in its own row, unless an entity has taken its place.
        foreach (int mark in marks[..reported])
        {
            if (entity >= 0 || !lexicon.Implies(root, mark))
            {
                sink.Term(mark, run.Tokens[at].Start, run.Tokens[at].End, isLead);
                groups |= lexicon.Marks[mark].Groups;
            }
        }

        return entity;
    }

    /// <summary>The node to which token <paramref name="at"/> leads from <paramref name="node"/>, or 0; terms do not cross sentences.</summary>
    private static int NextNode(scoped TokenRun run, int at, int node, Lexicon lexicon) =>
        at < run.Count && run.Indices[at] >= 0 && run.Tokens[at].Gap != Gap.Sentence ? lexicon.NextNode(node, run.Indices[at]) : 0;
}
