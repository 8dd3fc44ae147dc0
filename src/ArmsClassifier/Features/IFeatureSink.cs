namespace ArmsClassifier.Features;

/// <summary>
/// Receives the features of a passage from <see cref="FeatureExtractor"/>, sentence by sentence. Implemented by the scorer, which adds weights;
/// by evidence, which keeps them apart; and by training, which counts. Spans are indices of folded bytes.
/// </summary>
internal interface IFeatureSink
{
    /// <summary>A term of a concept that no unit's symbol implies: several tokens, dependent on capitals, or hidden behind an entity.</summary>
    void Term(int mark, int start, int end, bool isLead);

    /// <summary>The units of a sentence; <paramref name="isLead"/> says that it is the passage's first.</summary>
    void Units(in UnitRun units, bool isLead);

    /// <summary>A class shortly before or after a word or class, in units <paramref name="first"/> and <paramref name="last"/>. May come more than once a sentence.</summary>
    /// <param name="row">Its row in the model; of no meaning where the lexicon wants every context.</param>
    /// <param name="key">Its key (<see cref="ContextTable.Parts"/>).</param>
    /// <param name="units">The units of the sentence.</param>
    /// <param name="first">The unit that comes first.</param>
    /// <param name="last">The other.</param>
    void Context(int row, ulong key, in UnitRun units, int first, int last);

    /// <summary>A pattern of groups, once a sentence; <paramref name="code"/> is as in <see cref="GroupPatterns"/>.</summary>
    void Pattern(int code, int start, int end);

    /// <summary>The sentence ends.</summary>
    void EndSentence();
}
