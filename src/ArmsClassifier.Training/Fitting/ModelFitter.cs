using ArmsClassifier.Features;
using ArmsClassifier.Model;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Labelled passages in, compiled model out: the steps of training, without calibration.</summary>
internal static class ModelFitter
{
    /// <summary>Fits a model to <paramref name="passages"/>, which must be in canonical order.</summary>
    public static (ModelTensors Tensors, Mark[] Marks) Fit(
        IReadOnlyList<LabelledPassage> passages, IReadOnlyList<string> labels, IReadOnlyList<LexiconEntry> entries, TrainingSettings settings, Action<int>? onIteration)
    {
        string[] texts = [.. passages.Select(p => p.Text)];
        LexiconBuilder lexicon = LexiconBuilder.Build(texts, entries, settings.MinWordPassages);
        TermCounts counts = TermCounts.Extract(texts, lexicon.Lexicon);
        IReadOnlyDictionary<ulong, string> unknown = LexiconBuilder.Spellings(texts);
        FeatureSpace space = FeatureSpace.Build(counts, lexicon, unknown, settings);
        List<(int, float)>[] rows = [.. counts.Terms.Select(t => space.Row(FeatureSpace.FeaturesOf(t, lexicon, unknown, settings)))];
        var matrix = new TrainingMatrix(counts, rows, space.Features.Length, labels.Count);
        double[] weights = LogisticRegression.Fit(matrix, TrainingTargets.Of(passages, labels, settings), settings, onIteration);
        return (new ModelCompiler(lexicon, space, weights, labels.Count, settings).Compile(), lexicon.Lexicon.Marks);
    }
}
