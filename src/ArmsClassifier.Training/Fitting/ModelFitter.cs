using ArmsClassifier.Features;
using ArmsClassifier.Model;

namespace ArmsClassifier.Training.Fitting;

/// <summary>A fitted model.</summary>
/// <param name="Tensors">Its arrays, with the biases of a feed.</param>
/// <param name="Marks">The classes of its lexicon.</param>
/// <param name="BalancedBias">The biases of tables that are no feed, by label.</param>
/// <param name="TopFeatures">The features that speak most for each label.</param>
internal readonly record struct FittedModel(
    ModelTensors Tensors, Mark[] Marks, double[] BalancedBias, IReadOnlyDictionary<string, IReadOnlyList<NamedWeight>> TopFeatures)
{
    /// <summary>The same model with other biases of a feed.</summary>
    public FittedModel Shifted(double[] shift) => this with { Tensors = Tensors with { Bias = [.. Tensors.Bias.Select((bias, i) => (float)(bias + shift[i]))] } };
}

/// <summary>Labelled passages in, compiled model out: the steps of training, without calibration.</summary>
internal static class ModelFitter
{
    /// <summary>Fits a model to <paramref name="passages"/>, which must be in canonical order.</summary>
    public static FittedModel Fit(
        IReadOnlyList<LabelledPassage> passages, IReadOnlyList<string> labels, IReadOnlyList<LexiconEntry> entries, TrainingSettings settings, Action<int>? onIteration)
    {
        string[] texts = [.. passages.Select(p => p.Text)];
        LexiconBuilder lexicon = LexiconBuilder.Build(texts, entries, settings);
        TermCounts counts = TermCounts.Extract(texts, lexicon.Lexicon, settings);
        IReadOnlyDictionary<ulong, string> unknown = LexiconBuilder.Spellings(texts);
        FeatureSpace space = FeatureSpace.Build(counts, lexicon, unknown, settings);
        var matrix = new TrainingMatrix(counts, space.TermRows, space.Features.Length, labels.Count);
        TrainingTargets targets = TrainingTargets.Of(passages, labels, settings);
        double[] weights = LogisticRegression.Fit(matrix, targets, settings.C, null, settings.MaxIterations, onIteration);
        if (settings.BayesC > 0)
        {
            double[] scales = BayesScales.Of(counts, space.TermRows, targets, space.Features.Length);
            double[] second = LogisticRegression.Fit(matrix, targets, settings.BayesC, scales, settings.MaxIterations, onIteration);
            weights = [.. weights.Zip(second, (a, b) => (a + b) / 2)];
        }

        ModelTensors tensors = new ModelCompiler(lexicon, space, weights, labels.Count, settings).Compile();
        var top = new TopFeatures(lexicon, space, weights, settings);
        return new FittedModel(tensors, lexicon.Lexicon.Marks, weights[^labels.Count..], top.ByLabel(labels));
    }
}
