using ArmsClassifier.Features;
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

    // Each of the words stands in one passage, so none is known and all are read by their grams; " vek", "vek" and "vek " stand in each.
    [Theory]
    [InlineData("veka", "veko", "veku", "veki")]
    [InlineData("vekavek", "vekovek", "vekuvek", "vekivek")]
    public void A_gram_counts_the_same_in_training_and_scoring_however_often_a_word_has_it(string a, string b, string c, string d)
    {
        LabelledPassage[] rows = [.. new[] { a, b, c, d }.Select((word, i) => new LabelledPassage
        {
            Text = $"{word} goal goal",
            Label = SyntheticNews.Labels[i / 2],
            Article = word,
        })];
        var steps = new FittingSteps(rows, SyntheticNews.Labels, [], new TrainingSettings { GramWeight = 1 });
        double[] weights = DenseMatrix.RandomVector((steps.Features + 2) * 3, 5);
        var scores = new double[12];
        steps.Matrix.Scores(weights, scores);
        LinearModel model = Compile(steps, weights);

        Score(model, rows[0].Text).ShouldBeNear([.. scores.Take(3).Select((s, l) => s + weights[(steps.Features * 3) + l])], 0.02);
    }

    [Fact]
    public void The_fitter_compiles_the_same_arrays()
    {
        FittedModel fitted = ModelFitter.Fit(TrainedNews.Passages, SyntheticNews.Labels, s_fitted.Value.Entries, FittedNews.Settings, null);

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
        Lexicon lexicon = fitted.Model.Lexicon;
        string[] classes = [.. fitted.Counts.Terms.Where(t => t.Kind is TermKind.Symbol or TermKind.LeadSymbol && (int)t.Key >= lexicon.TokenCount)
            .Select(t => lexicon.Marks[(int)t.Key - lexicon.TokenCount].Name).Distinct()];
        string[] concepts = [.. fitted.Counts.Terms.Where(t => t.Kind is TermKind.Concept or TermKind.LeadConcept)
            .Select(t => lexicon.Marks[(int)t.Key].Name)];

        kinds.ShouldBe(Enum.GetValues<TermKind>(), ignoreOrder: true);
        classes.ShouldBe(["number", "year", "money", "percent", "designation", "body", "sea", "player", "cup"], ignoreOrder: true);
        foreach (string concept in new[] { "spring", "downpour", "storm-word", "shout", "late-time" })
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
        Score(s_fitted.Value.Model, "zzyzx").ShouldBe(Score(s_fitted.Value.Model, ""));
    }

    private static LinearModel Compile(FittingSteps steps, double[] weights) => new(
        Calibration.Uncalibrated(SyntheticNews.Labels, steps.Settings),
        steps.Lexicon.Lexicon.Marks,
        new ModelCompiler(steps.Lexicon, steps.Space, weights, 3, steps.Settings).Compile());

    private static double[] Score(LinearModel model, string text)
    {
        var scores = new double[model.Info.Labels.Count];
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        Scorer.Score(model, folded, scores);
        return scores;
    }

    /// <summary>The synthetic news, fitted once, with the scores of the training matrix and the model that was compiled.</summary>
    private sealed class FittedNews
    {
        public FittedNews()
        {
            using var folder = new TempFolder();
            Entries = LexiconTable.ReadFolder(SyntheticNews.WriteLexicon(folder));
            var steps = new FittingSteps(TrainedNews.Passages, SyntheticNews.Labels, Entries, Settings);
            double[] weights = steps.Fit(Settings.MaxIterations);
            Counts = steps.Counts;
            MatrixScores = new double[Texts.Length * 3];
            steps.Matrix.Scores(weights, MatrixScores);
            Biases = weights[(steps.Features * 3)..];
            Model = Compile(steps, weights);
        }

        /// <summary>Without the second model, so that one regression is all there is to it.</summary>
        public static TrainingSettings Settings { get; } = TrainedNews.Settings with { BayesC = 0 };

        public string[] Texts { get; } = [.. TrainedNews.Passages.Select(p => p.Text)];

        public IReadOnlyList<LexiconEntry> Entries { get; }

        public TermCounts Counts { get; }

        public double[] MatrixScores { get; }

        public double[] Biases { get; }

        public LinearModel Model { get; }
    }
}
