using System.Buffers;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Scoring;

/// <summary>Scores a passage: the sum of its rows, divided by its norm, plus the sum of its patterns and the bias.</summary>
internal static class Scorer
{
    /// <summary>Writes a score per label, in logits, into <paramref name="scores"/>.</summary>
    /// <returns>What the row sums were multiplied by (the scale over the norm), and how many tokens there are and are known.</returns>
    public static (double Factor, int Tokens, int Known) Score(LinearModel model, in FoldedText text, Span<double> scores)
    {
        int[] sums = ArrayPool<int>.Shared.Rent(model.Stride * 2);
        ulong[] seen = ArrayPool<ulong>.Shared.Rent((model.Contexts / 64) + 1);
        try
        {
            Array.Clear(sums);
            Array.Clear(seen, 0, (model.Contexts / 64) + 1);
            var sink = new ScoreSink(model, text.Buffer, sums, seen);
            (int tokens, int known) = FeatureExtractor.Extract(text, model.Lexicon, ref sink);
            int labels = model.Info.Labels.Count;
            double factor = Factor(model, sums[labels]);
            for (int label = 0; label < labels; label++)
            {
                scores[label] = (sums[label] * factor) + (sums[model.Stride + label] * (double)model.Tensors.Scales[2]) + model.Tensors.Bias[label];
            }

            return (factor, tokens, known);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(sums);
            ArrayPool<ulong>.Shared.Return(seen);
        }
    }

    private static double Factor(LinearModel model, int squaredNorm)
    {
        double norm = Math.Sqrt(squaredNorm * (double)model.Tensors.Scales[1]);
        return norm > 0 ? model.Tensors.Scales[0] / norm : 0;
    }
}
