using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>Training text with its matrix, and the same passages by features as a dense table calculated by hand.</summary>
internal sealed class TinyProblem
{
    private static readonly Lazy<TinyProblem> s_twoLabels = new(() => new TinyProblem(2));
    private static readonly Lazy<TinyProblem> s_threeLabels = new(() => new TinyProblem(3));

    private TinyProblem(int labels)
    {
        Labels = SyntheticNews.Labels[..labels];
        // What some passages say twice gives them contexts that count twice.
        Passages = [.. SyntheticNews.Passages(14).Where(p => Labels.Contains(p.Label))
            .Select((p, i) => p with { Table = i % 3 == 0 ? "other" : "news", Text = i % 8 == 1 ? $"{p.Text}! {p.Text}" : p.Text })];
        Steps = new FittingSteps(Passages, Labels, [], new TrainingSettings
        {
            C = 0.5,
            MinWordPassages = 3,
            MinPairPassages = 5,
            MinGramPassages = 12,
            FeedTables = ["news"],
            TableWeights = new Dictionary<string, double> { ["other"] = 2.5 },
        });
        Dense = Combine();
    }

    public static TinyProblem TwoLabels => s_twoLabels.Value;

    public static TinyProblem ThreeLabels => s_threeLabels.Value;

    public string[] Labels { get; }

    public LabelledPassage[] Passages { get; }

    public FittingSteps Steps { get; }

    public int Features => Steps.Features;

    /// <summary>Features and labels, and the biases of two kinds of table.</summary>
    public int Weights => (Features + 2) * Labels.Length;

    /// <summary>Passages by features.</summary>
    public float[,] Dense { get; }

    /// <summary>Whether the norm leaves a term alone.</summary>
    public bool IsRaw(int term) => Steps.Counts.Terms[term].Kind is TermKind.Pattern or TermKind.Context;

    private float[,] Combine()
    {
        var dense = new float[Passages.Length, Features];
        for (int passage = 0; passage < Passages.Length; passage++)
        {
            (int Term, int Count)[] terms = Steps.Counts.Passages[passage];
            double norm = Math.Sqrt(terms.Where(t => !IsRaw(t.Term)).Sum(t => Steps.TermRows[t.Term].Sum(f => t.Count * (double)f.Value * f.Value)));
            foreach ((int term, int count) in terms)
            {
                foreach ((int feature, float value) in Steps.TermRows[term])
                {
                    dense[passage, feature] += IsRaw(term) ? count * value : (float)(count / norm * value);
                }
            }
        }

        return dense;
    }
}
