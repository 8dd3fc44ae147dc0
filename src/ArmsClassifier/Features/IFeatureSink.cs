namespace ArmsClassifier.Features;

/// <summary>
/// Receives the features of a passage from <see cref="FeatureExtractor"/>, sentence by sentence. Implemented by the scorer, which adds weights;
/// by evidence, which keeps them apart; and by training, which counts. Spans are indices of folded bytes.
/// </summary>
internal interface IFeatureSink
{
    /// <summary>Tells the tokens of the passage, by index in the lexicon, before anything else: most will be units.</summary>
    void Expect(ReadOnlySpan<int> tokens);

    /// <summary>A term of a concept that no unit's symbol implies: several tokens, dependent on capitals, or hidden behind an entity.</summary>
    void Term(int mark, int start, int end, bool isLead);

    /// <summary>The units of a sentence; <paramref name="isLead"/> says that it is the passage's first.</summary>
    void Units(ReadOnlySpan<Unit> units, bool isLead);

    /// <summary>Class <paramref name="mark"/> shortly before or after <paramref name="word"/>. May come more than once a sentence.</summary>
    void Context(in Unit word, bool isAfter, int mark, int start, int end);

    /// <summary>A pattern of groups, once a sentence; <paramref name="code"/> is as in <see cref="GroupPatterns"/>.</summary>
    void Pattern(int code, int start, int end);

    /// <summary>The sentence ends.</summary>
    void EndSentence();
}
