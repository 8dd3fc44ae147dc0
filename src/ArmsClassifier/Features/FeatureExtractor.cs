using System.Buffers;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Turns folded text into features, the same way in training and inference: tokens become units, concepts are reported, and contexts and
/// patterns of groups are found, all sentence by sentence.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Symbol of a word that the lexicon does not know.</summary>
    public const int Unknown = -1;

    // Longer sentences, which no news has, are cut: so the sums of a sentence cannot overflow, whatever the model.
    private const int MaxSentenceTokens = 2048;

    /// <summary>Feeds the features of <paramref name="text"/> to <paramref name="sink"/>.</summary>
    /// <returns>How many tokens the text has, and how many of them the lexicon knows.</returns>
    public static (int Tokens, int Known) Extract<TSink>(in FoldedText text, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        using var tokenized = new TokenizedText(text);
        ReadOnlySpan<Token> tokens = tokenized.Tokens;
        ReadOnlySpan<int> sentences = tokenized.Sentences;
        using var scratch = new ReadingScratch(Math.Min(tokens.Length, MaxSentenceTokens));
        int[] buffer = ArrayPool<int>.Shared.Rent(tokens.Length);
        Span<int> indices = buffer.AsSpan(0, tokens.Length);
        int known = lexicon.Find(tokens, indices);
        sink.Expect(indices);
        for (int sentence = 0; sentence < sentences.Length; sentence++)
        {
            int end = sentence + 1 < sentences.Length ? sentences[sentence + 1] : tokens.Length;
            for (int first = sentences[sentence]; first < end; first += MaxSentenceTokens)
            {
                int length = Math.Min(end - first, MaxSentenceTokens);
                Sentence(new TokenRun(text.Padded, tokens.Slice(first, length), indices.Slice(first, length)), lexicon, first == 0, scratch, ref sink);
            }
        }

        ArrayPool<int>.Shared.Return(buffer);
        return (tokens.Length, known);
    }

    private static void Sentence<TSink>(in TokenRun run, Lexicon lexicon, bool isLead, in ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        ReadOnlySpan<Unit> units = scratch.Units[..UnitReader.Read(run, lexicon, isLead, scratch, ref sink)];
        sink.Units(units, isLead);
        if (!lexicon.Contexts.IsEmpty)
        {
            ContextFinder.Report(units, lexicon, scratch, ref sink);
        }

        uint groups = 0;
        foreach (ref readonly Unit unit in units)
        {
            groups |= unit.Groups;
        }

        GroupPatterns.Report(lexicon.Groups, groups, units[0].Start, units[^1].End, ref sink);
        sink.EndSentence();
    }
}
