
namespace ArmsClassifier.Training;

/// <summary>
/// Swaps every entity of a passage for another of its class and the digits of its sums for others, and looks whether the label moves: an
/// invariance test (Ribeiro et al., 2020).
/// </summary>
public static class Invariance
{
    private const ulong Seed = 20_241_105;

    /// <summary>Swaps what can be swapped in <paramref name="passages"/>, once each, and counts the labels that move.</summary>
    /// <param name="classifier">The model.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="lexiconFolder">Folder with the lexicon's CSV files, from which what is swapped in is drawn.</param>
    /// <exception cref="DataFormatException">The lexicon is damaged.</exception>
    public static InvarianceReport Report(Classifier classifier, IReadOnlyList<LabelledPassage> passages, string lexiconFolder)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(passages);
        return Report(classifier, passages, LexiconTable.ReadFolder(lexiconFolder));
    }

    internal static InvarianceReport Report(Classifier classifier, IReadOnlyList<LabelledPassage> passages, IReadOnlyList<LexiconEntry> lexicon)
    {
        var swapper = new EntitySwapper(classifier.Linear.Lexicon, lexicon);
        var hasMoved = new bool?[passages.Count];
        Parallel.For(0, passages.Count, i =>
        {
            string text = passages[i].Text;
            string swapped = swapper.Swap(text, new SplitMix64(Seed + (ulong)i));
            hasMoved[i] = swapped == text ? null : classifier.Classify(swapped).Label != classifier.Classify(text).Label;
        });
        return new InvarianceReport(hasMoved.Count(moved => moved is not null), hasMoved.Count(moved => moved == true));
    }
}
