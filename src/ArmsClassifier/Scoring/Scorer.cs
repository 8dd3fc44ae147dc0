using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Scoring;

/// <summary>Scores a passage: of each view, the sum of its rows divided by its norm, plus the sum of its contexts and patterns and the bias; then pools the views.</summary>
internal static class Scorer
{
    /// <summary>Scores of more labels than this are not kept on the stack.</summary>
    public const int MaxStackedLabels = 64;

    /// <summary>Writes a score per label, in logits, into <paramref name="scores"/>.</summary>
    /// <returns>How many tokens there are and are known.</returns>
    public static (int Tokens, int Known) Score(LinearModel model, in FoldedText text, Span<double> scores)
    {
        Span<double> views = scores.Length <= MaxStackedLabels ? stackalloc double[Pooling.Views * scores.Length] : new double[Pooling.Views * scores.Length];
        (int tokens, int known) = WriteViews(model, text, views);
        Pooling.Apply(model.Pooling, views, scores);
        return (tokens, known);
    }

    /// <summary>Writes a score per view and label, in logits, into <paramref name="views"/>.</summary>
    /// <returns>How many tokens there are and are known.</returns>
    public static (int Tokens, int Known) WriteViews(LinearModel model, in FoldedText text, Span<double> views)
    {
        var sink = new ScoreSink(model, text.Buffer);
        (int tokens, int known) = FeatureExtractor.Extract(text, model.Lexicon, ref sink);
        sink.WriteViews(views);
        sink.Dispose();
        return (tokens, known);
    }
}
