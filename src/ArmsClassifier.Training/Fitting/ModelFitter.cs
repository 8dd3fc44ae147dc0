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
    /// <summary>The same model with another pooling.</summary>
    public FittedModel Pooled(double[] pooling) => this with { Tensors = Tensors with { Pooling = [.. pooling.Select(p => (float)p)] } };
}

/// <summary>Labelled passages in, compiled model out: the steps of training, without calibration.</summary>
internal static class ModelFitter
{
    /// <summary>Fits a model to <paramref name="rows"/> of <paramref name="text"/>, ascending.</summary>
    public static FittedModel Fit(TrainingText text, int[] rows, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        TermCounts counts = text.Counts.Select(rows);
        FeatureSpace space = FeatureSpace.Build(counts, text.Lexicon, text.Spellings, settings);
        TrainingTargets targets = TrainingTargets.Of(Array.ConvertAll(rows, row => text.Rows[row]), labels, settings);
        var problem = new TrainingProblem(counts, space, targets, labels.Count);
        double[] weights = (settings.WeightTrainer ?? new TwoRegressions()).Fit(problem, settings);
        var compiler = new ModelCompiler(text.Lexicon, space, weights, labels.Count, settings);
        var top = new TopFeatures(text.Lexicon, space, weights, settings);
        return new FittedModel(compiler.Compile(), text.Marks, compiler.BalancedBias(), top.ByLabel(labels));
    }
}
