using System.Buffers;
using System.Runtime.CompilerServices;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Turns folded text into features, the same way in training and inference: tokens become units, entities and numbers are replaced by
/// their class, concepts are marked, and neighbours and marks of a sentence are paired.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Greatest distance, in units, of two marks that are paired.</summary>
    public const int MarkWindow = 12;

    /// <summary>Distances up to this many units are near.</summary>
    public const int NearUnits = 4;

    /// <summary>Number of distance classes of <see cref="IFeatureSink.MarkPair"/>: near and far.</summary>
    public const int DistanceClasses = 2;

    /// <summary>Symbol of a word that the lexicon does not know.</summary>
    public const int Unknown = -1;

    private const int MaxMarksKept = 32;

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
        Span<MarkHit> kept = stackalloc MarkHit[MaxMarksKept];
        var marks = new SentenceMarks(kept);
        int left = Unknown;
        int leftStart = 0;
        for (int i = 0, unit = 0; i < run.Count; unit++)
        {
            ref readonly Token first = ref run.Tokens[i];
            if (first.Gap == Gap.Sentence)
            {
                left = Unknown;
                marks.Clear();
            }

            int symbol = run.Indices[i];
            int next = i + 1;
            int mark = NumberReader.Read(run, i, lexicon, ref next);
            if (mark < 0 && symbol >= 0 && lexicon.FirstNode(symbol) is int node and not 0)
            {
                mark = Terms(run, i, node, lexicon, unit, ref marks, ref next, ref sink);
            }

            int end = run.Tokens[next - 1].End;
            if (mark >= 0)
            {
                symbol = lexicon.SymbolOf(mark);
                marks.Add(mark, unit, first.Start, end, ref sink);
            }

            sink.Unit(symbol, first, end);
            if (left >= 0 && symbol >= 0)
            {
                sink.Pair(left, symbol, leftStart, end);
            }

            (left, leftStart) = (symbol, first.Start);
            i = next;
        }
    }

    /// <summary>Reports the concepts of the terms that begin at token <paramref name="at"/>; returns the class of the longest entity among them, or -1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Terms<TSink>(
        scoped TokenRun run, int at, int node, Lexicon lexicon, int unit, ref SentenceMarks marks, ref int next, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int entity = -1;
        for (int last = at; ;)
        {
            foreach (LexiconTerm term in lexicon.TermsAt(node))
            {
                if (!run.HasCase(at, last, term.Case))
                {
                    continue;
                }

                switch (lexicon.Marks[term.Mark].Kind)
                {
                    case MarkKind.Entity:
                        (entity, next) = (term.Mark, last + 1);
                        break;
                    case MarkKind.Concept:
                        int end = run.Tokens[last].End;
                        if (last > at || term.Case != TermCase.Any)
                        {
                            sink.Term(term.Mark, run.Tokens[at].Start, end);
                        }

                        marks.Add(term.Mark, unit, run.Tokens[at].Start, end, ref sink);
                        break;
                }
            }

            last++;
            if (last >= run.Count || run.Tokens[last].Gap == Gap.Sentence || run.Indices[last] < 0)
            {
                return entity;
            }

            node = lexicon.NextNode(node, run.Indices[last]);
            if (node == 0)
            {
                return entity;
            }
        }
    }
}
