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
        double[] weights = LogisticRegression.Fit(matrix, Targets(passages, labels, settings), PassageWeights(passages, settings), settings, onIteration);
        return (new ModelCompiler(lexicon, space, weights, labels.Count, settings).Compile(), lexicon.Lexicon.Marks);
    }

    private static double[] Targets(IReadOnlyList<LabelledPassage> passages, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        var targets = new double[passages.Count * labels.Count];
        var index = labels.Select((label, i) => (label, i)).ToDictionary(l => l.label, l => l.i, StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            int also = passages[i].Also is { } second && index.TryGetValue(second, out int known) ? known : -1;
            double share = also >= 0 ? settings.AlsoShare : 0;
            targets[(i * labels.Count) + index[passages[i].Label]] = 1 - share;
            if (also >= 0)
            {
                targets[(i * labels.Count) + also] += share;
            }
        }

        return targets;
    }

    private static double[] PassageWeights(IReadOnlyList<LabelledPassage> passages, TrainingSettings settings) =>
        [.. passages.Select(p => settings.TableWeights.GetValueOrDefault(p.Table, 1))];
}
