using ArmsClassifier.Training;
using ArmsClassifier.Training.Fitting;
using ArmsClassifier.Training.Tests;

namespace ArmsClassifier.MLNet.Tests.Trainers;

/// <summary>A training problem with two kinds of table, second labels and weights, and its loss as the textbook writes it.</summary>
internal sealed class Problem
{
    private static readonly Lazy<Problem> s_news = new(() => new Problem());

    private Problem()
    {
        LabelledPassage[] passages = [.. SyntheticNews.Passages(120).Select((p, i) => i % 4 == 0 ? p with { Table = "other" } : p)];
        Settings = new TrainingSettings
        {
            C = 2,
            BayesC = 0,
            MaxIterations = 400,
            FeedTables = ["news"],
            TableWeights = new Dictionary<string, double> { ["other"] = 0.5 },
        };
        using var folder = new TempFolder();
        IReadOnlyList<LexiconEntry> lexicon = LexiconTable.ReadFolder(SyntheticNews.WriteLexicon(folder));
        TrainingText text = TrainingText.Read(Trainer.Canonical(passages), lexicon, Settings);
        FeatureSpace space = FeatureSpace.Build(text.Counts, text.Lexicon, text.Spellings, Settings);
        Training = new TrainingProblem(text.Counts, space, TrainingTargets.Of(text.Rows, SyntheticNews.Labels, Settings), SyntheticNews.Labels.Length);
        Rows = [.. Enumerable.Range(0, Training.Passages).Select(Training.Row)];
    }

    public static Problem News => s_news.Value;

    public TrainingSettings Settings { get; }

    public TrainingProblem Training { get; }

    private IReadOnlyList<(int Feature, float Value)>[] Rows { get; }

    /// <summary>The score of each label of a passage.</summary>
    public double[] Scores(double[] weights, int passage)
    {
        int labels = Training.Labels;
        int bias = (Training.Features + (Training.IsFeed(passage) ? 0 : 1)) * labels;
        return [.. Enumerable.Range(0, labels).Select(label => weights[bias + label] + Rows[passage].Sum(cell => cell.Value * weights[(cell.Feature * labels) + label]))];
    }

    /// <summary>The most probable label of each passage.</summary>
    public int[] Predict(double[] weights) => [.. Enumerable.Range(0, Training.Passages).Select(passage =>
    {
        double[] scores = Scores(weights, passage);
        return Array.IndexOf(scores, scores.Max());
    })];

    /// <summary>The weighted sum of losses plus the penalty.</summary>
    public double Loss(double[] weights)
    {
        double loss = weights.Take(Training.Features * Training.Labels).Sum(w => w * w) / (2 * Settings.C);
        for (int passage = 0; passage < Training.Passages; passage++)
        {
            double[] scores = Scores(weights, passage);
            double logSum = Math.Log(scores.Sum(Math.Exp));
            for (int label = 0; label < scores.Length; label++)
            {
                loss += Training.Weight(passage) * Training.Shares(passage)[label] * (logSum - scores[label]);
            }
        }

        return loss;
    }
}
