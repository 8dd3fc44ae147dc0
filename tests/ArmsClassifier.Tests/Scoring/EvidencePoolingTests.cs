using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Tests.Model;
using ArmsClassifier.Tests.Text;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>The evidence for every label, not only the winning one, sums to its score, whatever the views of a passage weigh.</summary>
public sealed class EvidencePoolingTests
{
    private const int Texts = 500;
    private const double Tolerance = 1e-9;

    // Weights that set the views well apart, and count some of them against a label.
    private static readonly float[] s_apart =
    [
        0.1f, -0.4f, 2.5f, 0.7f, -1.1f,
        1.7f, 0.6f, -0.9f, -2.2f, 0.3f,
        -0.8f, 1.9f, 0.5f, 1.3f, 3.1f,
        0.4f, -0.2f, 5.0f, -3.5f, 0.9f,
    ];

    private static readonly LinearModel[] s_models =
    [
        ModelFile.Read(SmallModel.File),
        ModelFile.Read(SmallModel.Write(SmallModel.Info, SmallModel.Tensors with { Pooling = s_apart })),
        Bundled.Classifier.Linear,
    ];

    [Fact]
    public void The_models_give_the_three_views_weights_that_are_not_zero_and_differ()
    {
        foreach (LinearModel model in s_models)
        {
            int labels = model.Info.Labels.Count;
            for (int label = 0; label < labels; label++)
            {
                double[] weights = [model.Pooling[label], model.Pooling[labels + label], model.Pooling[(2 * labels) + label]];
                weights.ShouldAllBe(weight => weight != 0);
                weights.ShouldBeUnique();
            }
        }
    }

    [Fact]
    public void Contributions_and_bias_of_every_label_sum_to_its_score_over_texts_of_several_sentences()
    {
        string[] news = [.. Repository.Passages().Take(Texts)];
        var random = new Random(46);
        int sentences = 0;
        for (int i = 0; i < Texts; i++)
        {
            string text = string.Join("! ", Enumerable.Range(0, 2 + random.Next(4)).Select(_ =>
                random.Next(2) == 0 ? RandomText.Words(random, 15) + " Poland vetoes howitzer" : news[random.Next(news.Length)]));
            sentences += Sentences(text);
            foreach (LinearModel model in s_models)
            {
                Holds(model, text);
            }
        }

        sentences.ShouldBeGreaterThan(2 * Texts);
    }

    [Fact]
    public void Contributions_and_bias_of_every_label_sum_to_its_score_over_texts_of_one_sentence_or_none()
    {
        foreach (string text in (string[])["", "...", "Poland", "zzyzx", "Poland vetoes an arms deal, and Poland delivers $5 million"])
        {
            Sentences(text).ShouldBeLessThan(2);
            Array.ForEach(s_models, model => Holds(model, text));
        }
    }

    [Fact]
    public void A_word_counts_for_more_where_the_views_that_its_sentence_has_count_for_more()
    {
        // For "sale", the lead counts 1 and the rest of the passage nothing; for "block", the strongest sentence.
        float[] pooling = new float[20];
        (pooling[5 + SmallModel.Sale], pooling[10 + SmallModel.Block]) = (1, 1);
        LinearModel model = ModelFile.Read(SmallModel.Write(SmallModel.Info, SmallModel.Tensors with { Pooling = pooling }));
        const string Text = "Football delivers! Arms vetoes! Poland delivers and vetoes";

        Speaking(model, Text, SmallModel.Sale).ShouldBe(["delivers 9"]);
        Speaking(model, Text, SmallModel.Block).ShouldBe(["vetoes 24"]);
    }

    private static string[] Speaking(LinearModel model, string text, int label)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        return [.. Contributions(model, folded, label).Where(c => c.Value != 0).Select(c => $"{text[c.Key.Start..c.Key.End]} {c.Key.Start}")];
    }

    private static void Holds(LinearModel model, string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: true);
        var scores = new double[model.Info.Labels.Count];
        Scorer.Score(model, folded, scores);
        for (int label = 0; label < scores.Length; label++)
        {
            double bias = EvidenceSink.Bias(model, label);
            Dictionary<(int Start, int End), double> contributions = Contributions(model, folded, label);

            // Contributions for and against may cancel out, so the error is measured against their size.
            double size = Math.Abs(bias) + contributions.Values.Sum(Math.Abs);
            (bias + contributions.Values.Sum()).ShouldBe(scores[label], Tolerance * size, $"{model.Info.Labels[label]}: {text}");
        }
    }

    private static Dictionary<(int Start, int End), double> Contributions(LinearModel model, in FoldedText folded, int label)
    {
        var sink = new EvidenceSink(model, folded.Buffer, label);
        FeatureExtractor.Extract(folded, model.Lexicon, ref sink);
        return sink.Contributions();
    }

    private static int Sentences(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        using var tokenized = new TokenizedText(folded);
        return tokenized.Sentences.Length;
    }
}
