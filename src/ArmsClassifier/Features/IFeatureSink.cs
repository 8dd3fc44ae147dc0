using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Receives the features of a passage from <see cref="FeatureExtractor"/>. Implemented by the scorer, which adds weights; by evidence,
/// which keeps them apart; and by training, which counts. Spans are indices of folded bytes.
/// </summary>
internal interface IFeatureSink
{
    /// <summary>A unit: a known token, a class in place of an entity or number, or, where <paramref name="symbol"/> is -1, an unknown word.</summary>
    /// <remarks><paramref name="isLead"/> says that it stands in the passage's first sentence.</remarks>
    void Unit(int symbol, in Token first, int end, bool isLead);

    /// <summary>Two neighbouring units of one sentence, neither of them unknown.</summary>
    void Pair(int left, int right, int start, int end);

    /// <summary>A term of a concept that no unit's symbol implies: several tokens, dependent on capitals, or hidden behind an entity.</summary>
    void Term(int mark, int start, int end, bool isLead);

    /// <summary>Whether contexts are wanted; finding them takes time.</summary>
    bool WantsContexts { get; }

    /// <summary>A class and a word near each other; <paramref name="key"/> is as in <see cref="ContextFinder"/>. The same key may come more than once.</summary>
    void Context(ulong key, int start, int end);

    /// <summary>A pattern of groups, once a passage; <paramref name="code"/> is as in <see cref="PatternFinder"/>.</summary>
    void Pattern(int code, int start, int end);
}
