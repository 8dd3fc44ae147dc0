using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>Holds trainer and scorer to one tokenizer, one extractor and one norm.</summary>
public sealed class ModelCompilerTests
{
    private static readonly Lazy<FittedNews> s_fitted = new(() => new FittedNews());

    [Fact]
    public void Compiled_scores_of_training_text_equal_those_of_the_training_matrix()
    {
        FittedNews fitted = s_fitted.Value;
        for (int i = 0; i < fitted.Texts.Length; i++)
        {
            double[] trained = [.. Enumerable.Range(0, 3).Select(l => fitted.MatrixScores[(i * 3) + l] + fitted.Biases[l])];
            Score(fitted.Model, fitted.Texts[i]).ShouldBeNear(trained, 0.02);
        }
    }

    [Fact]
    public void The_fitter_compiles_the_same_arrays()
    {
        using var folder = new TempFolder();
        IReadOnlyList<LexiconEntry> lexicon = LexiconTable.ReadFolder(SyntheticNews.WriteLexicon(folder));

        FittedModel fitted = ModelFitter.Fit(TrainedNews.Passages, SyntheticNews.Labels, lexicon, TrainedNews.Settings, null);

        fitted.Marks.ShouldBe(s_fitted.Value.Model.Lexicon.Marks);
        fitted.Tensors.SymbolRows.ShouldBe(s_fitted.Value.Model.Tensors.SymbolRows);
        fitted.Tensors.PairRows.ShouldBe(s_fitted.Value.Model.Tensors.PairRows);
        fitted.Tensors.Bias.ShouldBe(s_fitted.Value.Model.Tensors.Bias);
    }

    [Fact]
    public void The_synthetic_text_has_every_kind_of_term_and_class()
    {
        FittedNews fitted = s_fitted.Value;
        TermKind[] kinds = [.. fitted.Counts.Terms.Select(t => t.Kind).Distinct()];
        string[] classes = [.. fitted.Counts.Terms.Where(t => t.Kind == TermKind.Symbol && (int)t.Key >= fitted.Model.Lexicon.TokenCount)
            .Select(t => fitted.Model.Lexicon.Marks[(int)t.Key - fitted.Model.Lexicon.TokenCount].Name)];
        string[] concepts = [.. fitted.Counts.Terms.Where(t => t.Kind == TermKind.Concept).Select(t => fitted.Model.Lexicon.Marks[(int)t.Key].Name)];

        kinds.ShouldBe(Enum.GetValues<TermKind>(), ignoreOrder: true);
        classes.ShouldBe(["number", "year", "money", "percent", "designation", "body", "sea", "player", "cup"], ignoreOrder: true);
        foreach (string concept in new[] { "spring", "downpour", "storm-word", "cold", "late-time" })
        {
            concepts.ShouldContain(concept);
        }
    }

    [Fact]
    public void The_classifier_that_is_loaded_says_what_held_out_scoring_would_say()
    {
        LinearModel model = ModelFile.Read(TrainedNews.Result.Model.Span);
        foreach (LabelledPassage passage in TrainedNews.Passages)
        {
            Prediction expected = new HeldOut(passage, Score(model, passage.Text), []).Predict(model.Info.Labels, model.Info.Temperature);
            PassageResult actual = TrainedNews.Classifier.Classify(passage.Text);

            (actual.Label, actual.Probability).ShouldBe((expected.Label, expected.Confidence));
        }
    }

    [Fact]
    public void Words_that_training_has_not_seen_are_scored_by_their_grams()
    {
        double[] scores = Score(s_fitted.Value.Model, "thunderous stormfront forecasting");

        Softmax.ArgMax(scores).ShouldBe(Array.IndexOf(SyntheticNews.Labels, "weather"));
        Score(s_fitted.Value.Model, "zzyzx").ShouldBe([.. s_fitted.Value.Model.Tensors.Bias.Select(b => (double)b)]);
    }

    private static double[] Score(LinearModel model, string text)
    {
        var scores = new double[model.Info.Labels.Count];
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        Scorer.Score(model, folded, scores);
        return scores;
    }

    /// <summary>The steps of the fitter one by one, so that what lies between them can be seen.</summary>
    private sealed class FittedNews
    {
        public FittedNews()
        {
            using var folder = new TempFolder();
            IReadOnlyList<LexiconEntry> entries = LexiconTable.ReadFolder(SyntheticNews.WriteLexicon(folder));
            TrainingSettings settings = TrainedNews.Settings;
            LexiconBuilder lexicon = LexiconBuilder.Build(Texts, entries, settings.MinWordPassages);
            Counts = TermCounts.Extract(Texts, lexicon.Lexicon);
            Dictionary<ulong, string> unknown = LexiconBuilder.Spellings(Texts);
            FeatureSpace space = FeatureSpace.Build(Counts, lexicon, unknown, settings);
            List<(int, float)>[] rows = [.. Counts.Terms.Select(t => space.Row(FeatureSpace.FeaturesOf(t, lexicon, unknown, settings)))];
            var matrix = new TrainingMatrix(Counts, rows, space.Features.Length, 3);
            double[] weights = LogisticRegression.Fit(matrix, TrainingTargets.Of(TrainedNews.Passages, SyntheticNews.Labels, settings), settings, null);
            MatrixScores = new double[Texts.Length * 3];
            matrix.Scores(weights, MatrixScores);
            Biases = weights[(space.Features.Length * 3)..];
            Model = new LinearModel(
                Calibration.Uncalibrated(SyntheticNews.Labels, settings), lexicon.Lexicon.Marks, new ModelCompiler(lexicon, space, weights, 3, settings).Compile());
        }

        public string[] Texts { get; } = [.. TrainedNews.Passages.Select(p => p.Text)];

        public TermCounts Counts { get; }

        public double[] MatrixScores { get; }

        public double[] Biases { get; }

        public LinearModel Model { get; }
    }
}
