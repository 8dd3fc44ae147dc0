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
        Settings = new TrainingSettings
        {
            C = 0.5,
            MinWordPassages = 3,
            MinPairPassages = 5,
            MinGramPassages = 12,
            MaxIterations = 500,
            FeedTables = ["news"],
            TableWeights = new Dictionary<string, double> { ["other"] = 2.5 },
        };
        Passages = [.. SyntheticNews.Passages(14).Where(p => Labels.Contains(p.Label)).Select((p, i) => p with { Table = i % 3 == 0 ? "other" : "news" })];
        string[] texts = [.. Passages.Select(p => p.Text)];
        LexiconBuilder lexicon = LexiconBuilder.Build(texts, [], Settings.MinWordPassages);
        Counts = TermCounts.Extract(texts, lexicon.Lexicon);
        Dictionary<ulong, string> unknown = LexiconBuilder.Spellings(texts);
        FeatureSpace space = FeatureSpace.Build(Counts, lexicon, unknown, Settings);
        TermRows = [.. Counts.Terms.Select(t => space.Row(FeatureSpace.FeaturesOf(t, lexicon, unknown, Settings)))];
        Features = space.Features.Length;
        Matrix = new TrainingMatrix(Counts, TermRows, Features, labels);
        Targets = TrainingTargets.Of(Passages, Labels, Settings);
        Dense = Combine();
    }

    public static TinyProblem TwoLabels => s_twoLabels.Value;

    public static TinyProblem ThreeLabels => s_threeLabels.Value;

    public string[] Labels { get; }

    public TrainingSettings Settings { get; }

    public LabelledPassage[] Passages { get; }

    public TermCounts Counts { get; }

    public List<(int Feature, float Value)>[] TermRows { get; }

    public int Features { get; }

    public TrainingMatrix Matrix { get; }

    public TrainingTargets Targets { get; }

    /// <summary>Passages by features.</summary>
    public float[,] Dense { get; }

    private float[,] Combine()
    {
        var dense = new float[Passages.Length, Features];
        for (int passage = 0; passage < Passages.Length; passage++)
        {
            double squares = 0;
            foreach ((int term, int count) in Counts.Passages[passage])
            {
                squares += TermRows[term].Sum(f => count * (double)f.Value * f.Value);
            }

            foreach ((int term, int count) in Counts.Passages[passage])
            {
                foreach ((int feature, float value) in TermRows[term])
                {
                    dense[passage, feature] += (float)(count / Math.Sqrt(squares) * value);
                }
            }
        }

        return dense;
    }
}
