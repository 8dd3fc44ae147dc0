using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>What a sentence adds up to with the small model, feature by feature as a reader of the text would name them.</summary>
internal sealed class DenseSentence
{
    private readonly double[] _raw = new double[5];
    private readonly double[] _normed = new double[5];
    private int _features;

    /// <summary>Sums of the features that the norm divides, by label.</summary>
    public IReadOnlyList<double> Normed => _normed;

    /// <summary>Sums of contexts and patterns, by label.</summary>
    public IReadOnlyList<double> Raw => _raw;

    /// <summary>Square of the norm, as the file holds it.</summary>
    public double SquaredNorm => _features * (double)SmallModel.SquaredNorm;

    /// <summary>Adds <paramref name="count"/> features of <paramref name="weight"/> for <paramref name="label"/>.</summary>
    public DenseSentence With(int label, int weight, int count = 1)
    {
        _normed[label] += weight * (double)count;
        _features += count;
        return this;
    }

    /// <summary>Adds a context or pattern.</summary>
    public DenseSentence WithRaw(int label, int weight)
    {
        _raw[label] += weight;
        return this;
    }

    /// <summary>The scores of a passage of <paramref name="sentences"/> by view and label.</summary>
    public static double[] Views(params DenseSentence[] sentences)
    {
        double[][] each = [.. sentences.Select(sentence => Scores(sentence.Normed, sentence.Raw, sentence.SquaredNorm))];
        double share = sentences.Length > 6 ? 6.0 / sentences.Length : 1;
        double[] passage = Scores(
            [.. Enumerable.Range(0, 5).Select(label => sentences.Sum(s => s.Normed[label]))],
            [.. Enumerable.Range(0, 5).Select(label => share * sentences.Sum(s => s.Raw[label]))],
            sentences.Sum(s => s.SquaredNorm));
        double[] strongest = [.. Enumerable.Range(0, 5).Select(label => each.Select(scores => scores[label]).DefaultIfEmpty(passage[label]).Max())];
        return [.. passage, .. each.FirstOrDefault(passage), .. strongest];
    }

    /// <summary>The scores that views pool to.</summary>
    public static double[] Pooled(double[] views, IReadOnlyList<float> pooling) =>
        [.. Enumerable.Range(0, 5).Select(label =>
            (pooling[label] * views[label]) + (pooling[5 + label] * views[5 + label]) + (pooling[10 + label] * views[10 + label]) + pooling[15 + label])];

    private static double[] Scores(IReadOnlyList<double> normed, IReadOnlyList<double> raw, double squaredNorm)
    {
        float[] scales = SmallModel.Tensors.Scales;
        double norm = Math.Sqrt(squaredNorm * scales[1]);
        return [.. Enumerable.Range(0, 5).Select(label =>
            (norm == 0 ? 0 : normed[label] * scales[0] / norm) + (raw[label] * scales[2]) + SmallModel.Tensors.Bias[label])];
    }
}
