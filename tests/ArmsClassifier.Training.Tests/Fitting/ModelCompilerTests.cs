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
            Score(fitted.Model, fitted.Texts[i]).ShouldBeNear(Centred(trained), 0.02);
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

        Score(model, rows[0].Text).ShouldBeNear(Centred([.. scores.Take(3).Select((s, l) => s + weights[(steps.Features * 3) + l])]), 0.02);
    }

    [Fact]
    public void The_weights_of_every_row_and_the_biases_sum_to_nothing_over_the_labels()
    {
        ModelTensors tensors = s_fitted.Value.Model.Tensors;
        short[][] all =
        [
            tensors.SymbolRows, tensors.LeadSymbolRows, tensors.TermRows, tensors.LeadTermRows,
            tensors.PairRows, tensors.GramRows, tensors.PatternRows, tensors.ContextRows,
        ];
        foreach (short[] rows in all)
        {
            // Quantisation rounds each of the three weights by up to a half.
            rows.ShouldContain(weight => weight != 0);
            rows.Chunk(ModelTensors.Stride(3)).ShouldAllBe(row => Math.Abs(row[0] + row[1] + row[2]) <= 1);
        }

        tensors.Bias.Sum().ShouldBe(0, 1e-5f);
    }

    [Fact]
    public void The_passage_alone_counts_until_held_out_scores_say_otherwise()
    {
        LinearModel model = s_fitted.Value.Model;
        model.Pooling.ShouldBe(Pooling.PassageAlone(3));
        foreach (string text in s_fitted.Value.Texts.Take(20))
        {
            Score(model, text).ShouldBe(Views(model, text)[..3]);
        }
    }

    [Fact]
    public void The_fitter_compiles_the_same_arrays()
    {
        LabelledPassage[] rows = [.. TrainedNews.Passages];
        FittedModel fitted = ModelFitter.Fit(TrainingText.Read(rows, s_fitted.Value.Entries, FittedNews.Settings), [.. Enumerable.Range(0, rows.Length)], SyntheticNews.Labels, FittedNews.Settings);

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
            Prediction expected = new HeldOut(passage, Views(model, passage.Text), new double[3]).Predict(model.Info.Labels, model.Pooling, model.Info.Temperature);
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

    private static double[] Centred(double[] scores) => [.. scores.Select(score => score - scores.Average())];

    private static double[] Views(LinearModel model, string text)
    {
        var views = new double[Pooling.Views * model.Info.Labels.Count];
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        Scorer.WriteViews(model, folded, views);
        return views;
    }

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

        /// <summary>Without the second model and with all contexts, so that one regression is all there is to it.</summary>
        public static TrainingSettings Settings { get; } = TrainedNews.Settings with { BayesC = 0, MaxContexts = int.MaxValue };

        public string[] Texts { get; } = [.. TrainedNews.Passages.Select(p => p.Text)];

        public IReadOnlyList<LexiconEntry> Entries { get; }

        public TermCounts Counts { get; }

        public double[] MatrixScores { get; }

        public double[] Biases { get; }

        public LinearModel Model { get; }
    }
}
