using System.Buffers;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Turns folded text into features, the same way in training and inference: tokens become units, entities and numbers are replaced by
/// their class, concepts are reported, and neighbours within a sentence are paired.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Symbol of a word that the lexicon does not know.</summary>
    public const int Unknown = -1;

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

            Units(new TokenRun(text.Padded, tokens, indices), lexicon, ref sink);
            return (tokens.Length, known);
        }
        finally
        {
            ArrayPool<Token>.Shared.Return(tokenBuffer);
            ArrayPool<int>.Shared.Return(indexBuffer);
        }
    }

    private static void Units<TSink>(scoped TokenRun run, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int left = Unknown;
        int leftStart = 0;
        for (int i = 0; i < run.Count;)
        {
            ref readonly Token first = ref run.Tokens[i];
            int symbol = run.Indices[i];
            int next = i + 1;
            int mark = NumberReader.MayBegin(run, i) ? NumberReader.Read(run, i, lexicon, ref next) : -1;
            if (mark < 0 && symbol >= 0 && (lexicon.IsTerm(symbol) || Continues(run, i + 1, lexicon)))
            {
                mark = Terms(run, i, lexicon.FirstNode(symbol), lexicon, ref next, ref sink);
            }

            symbol = mark >= 0 ? lexicon.SymbolOf(mark) : symbol;
            int end = run.Tokens[next - 1].End;
            sink.Unit(symbol, first, end);
            if (left >= 0 && symbol >= 0 && first.Gap != Gap.Sentence)
            {
                sink.Pair(left, symbol, leftStart, end);
            }

            (left, leftStart) = (symbol, first.Start);
            i = next;
        }
    }

    /// <summary>Reports the concepts of the terms that begin at token <paramref name="at"/>; returns the class of the longest entity among them, or -1.</summary>
    private static int Terms<TSink>(scoped TokenRun run, int at, int node, Lexicon lexicon, ref int next, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int entity = -1;
        int root = node;
        for (int last = at; node != 0;)
        {
            foreach (LexiconTerm term in lexicon.TermsAt(node))
            {
                if (run.HasCase(at, last, term.Case))
                {
                    if (lexicon.KindOf(term) == MarkKind.Entity)
                    {
                        (entity, next) = (term.Mark, last + 1);
                    }
                    else if (!IsImplied(term, root))
                    {
                        sink.Term(term.Mark, run.Tokens[at].Start, run.Tokens[last].End);
                    }
                }
            }

            last++;
            node = Continues(run, last, lexicon) ? lexicon.NextNode(node, run.Indices[last]) : 0;
        }

        if (entity >= 0)
        {
            Hidden(run, at, root, lexicon, ref sink);
        }

        return entity;
    }

    /// <summary>Whether token <paramref name="at"/> may continue a term that began before it.</summary>
    private static bool Continues(scoped TokenRun run, int at, Lexicon lexicon) =>
        at < run.Count && run.Tokens[at].Gap != Gap.Sentence && run.Indices[at] >= 0 && lexicon.IsInner(run.Indices[at]);

    /// <summary>Reports the concepts that the first token would have implied, had an entity not taken its place.</summary>
    private static void Hidden<TSink>(scoped TokenRun run, int at, int root, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        foreach (LexiconTerm term in lexicon.TermsAt(root))
        {
            if (lexicon.KindOf(term) == MarkKind.Concept && IsImplied(term, root))
            {
                sink.Term(term.Mark, run.Tokens[at].Start, run.Tokens[at].End);
            }
        }
    }

    /// <summary>Whether a token by itself, however it is written, is the term; its weight is then in the token's own row.</summary>
    private static bool IsImplied(in LexiconTerm term, int root) => term.Node == root && term.Case == TermCase.Any;
}
