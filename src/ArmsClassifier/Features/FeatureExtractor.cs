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

    /// <summary>Feeds the features of <paramref name="text"/> to <paramref name="sink"/>.</summary>
    /// <returns>How many tokens the text has, and how many of them the lexicon knows.</returns>
    public static (int Tokens, int Known) Extract<TSink>(in FoldedText text, Lexicon lexicon, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        using ReadingScratch scratch = ReadingScratch.Take(text.Length);
        (int tokenCount, int sentenceCount) = Tokenizer.Tokenize(text, scratch.Tokens, scratch.Sentences);
        ReadOnlySpan<Token> tokens = scratch.Tokens.AsSpan(0, tokenCount);
        int known = lexicon.Find(tokens, scratch.Indices);
        int candidateCount = UnitReader.TakeAll(text.Padded, tokens, lexicon, scratch);
        ReadOnlySpan<int> candidates = scratch.Candidates.AsSpan(0, candidateCount);
        ReadOnlySpan<int> nodes = scratch.Nodes.AsSpan(0, candidateCount);
        for (int sentence = 0; sentence < sentenceCount; sentence++)
        {
            int end = sentence + 1 < sentenceCount ? scratch.Sentences[sentence + 1] : tokenCount;
            for (int first = scratch.Sentences[sentence]; first < end; first += ReadingScratch.MaxSentenceTokens)
            {
                int length = Math.Min(end - first, ReadingScratch.MaxSentenceTokens);
                var run = new TokenRun(text.Padded, tokens.Slice(first, length), scratch.Indices.AsSpan(first, length));
                UnitRun units = UnitReader.Read(run, first, ref candidates, ref nodes, lexicon, first == 0, scratch, ref sink, out uint groups);
                Sentence(units, groups, lexicon, first == 0, scratch, ref sink);
            }
        }

        return (tokenCount, known);
    }

    private static void Sentence<TSink>(in UnitRun units, uint groups, Lexicon lexicon, bool isLead, ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        sink.Units(units, isLead);
        if (!lexicon.Contexts.IsEmpty)
        {
            ContextFinder.Report(units, lexicon, scratch, ref sink);
        }

        GroupPatterns.Report(lexicon.Groups, groups, units.Start(0), units.End(units.Count - 1), ref sink);
        sink.EndSentence();
    }
}
