using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// Receives the features of a passage from <see cref="FeatureExtractor"/>. Implemented by the scorer, which adds weights; by evidence,
/// which keeps them apart; and by training, which counts. Spans are indices of folded bytes.
/// </summary>
internal interface IFeatureSink
{
    /// <summary>A unit: a known token, a class in place of an entity or number, or, where <paramref name="symbol"/> is -1, an unknown word.</summary>
    void Unit(int symbol, in Token first, int end);

    /// <summary>Two neighbouring units of one sentence, neither of them unknown.</summary>
    void Pair(int left, int right, int start, int end);

    /// <summary>A term of a concept that its first unit's symbol does not imply: several tokens, or dependent on capitals.</summary>
    void Term(int mark, int start, int end);

    /// <summary>Two classes in order within one sentence, at most <see cref="FeatureExtractor.MarkWindow"/> units apart.</summary>
    void MarkPair(int left, int right, int distance, int start, int end);
}
