using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Tests.Model;
using ArmsClassifier.Tests.Text;
using ArmsClassifier.Text;
using static ArmsClassifier.Tests.Model.SmallModel;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>Scores of the small model, held to sums over features that the test names itself.</summary>
public sealed class ScorerTests
{
    private const int LabelCount = 5;
    private const double Tolerance = 1e-9;

    private static readonly LinearModel s_model = ModelFile.Read(SmallModel.File);

    [Fact]
    public void A_passage_without_features_has_the_biases_in_every_view()
    {
        foreach (string text in (string[])["", " ... ", "zzyzx"])
        {
            Holds(text);
        }

        Holds("zzyzx. Zzyzx", new(), new());
    }

    [Fact]
    public void Words_and_pairs_and_terms_are_divided_by_the_norm_and_patterns_are_not() =>
        Holds("Poland vetoes an arms deal", new DenseSentence()
            .With(None, LeadClassWeight).With(Block, LeadWeight).With(Sale, LeadWeight, 2)
            .With(Sale, LeadTermWeight).With(Block, PairWeight).With(Sale, PairWeight)
            .WithRaw(Sale, 50));

    [Fact]
    public void Unknown_words_are_read_by_their_grams()
    {
        // " howitzer " has eight runs of three bytes, seven of four and six of five.
        Holds("why howitzer", new DenseSentence().With(Analysis, LeadWeight).With(Sale, GramWeight, 8 + 7 + 6));
        Holds("football. Howitzer", new DenseSentence().With(None, LeadWeight), new DenseSentence().With(Sale, GramWeight, 8 + 7 + 6));
    }

    [Fact]
    public void A_context_counts_once_a_sentence_and_again_in_the_next()
    {
        // Of the trade that both arms deals are, one stands before "vetoes" each time; "delivers" has two states after it.
        DenseSentence Sentence(int word, int term) => new DenseSentence().With(Sale, word, 4).With(Sale, term, 2).With(Sale, PairWeight, 2).With(Block, word).WithRaw(Block, 35);
        Holds(
            "Arms deal, arms deal vetoes. Arms deal, arms deal vetoes",
            Sentence(LeadWeight, LeadTermWeight),
            Sentence(Weight, TermWeight));
        Holds("delivers Poland Poland", new DenseSentence().With(Sale, LeadWeight).With(None, LeadClassWeight, 2).WithRaw(Sale, 45));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(40)]
    public void The_contexts_of_many_sentences_count_as_those_of_six(int sentences)
    {
        DenseSentence Sentence(int word, int state) => new DenseSentence().With(Sale, word).With(None, state, 2).WithRaw(Sale, 45);
        DenseSentence[] same = [Sentence(LeadWeight, LeadClassWeight), .. Enumerable.Repeat(Sentence(Weight, ClassWeight), sentences - 1)];
        Holds(string.Join("! ", Enumerable.Repeat("Delivers Poland Poland", sentences)), same);
    }

    [Fact]
    public void The_views_are_the_passage_and_its_lead_and_the_strongest_sentence_of_each_label()
    {
        DenseSentence lead = new DenseSentence().With(None, LeadWeight).With(Analysis, LeadWeight);
        DenseSentence second = new DenseSentence()
            .With(Sale, Weight, 2).With(Sale, TermWeight).With(Sale, PairWeight)
            .With(None, ClassWeight, 3).With(Block, Weight).With(Sale, Weight).With(Block, PairWeight)
            .WithRaw(Block, 35).WithRaw(Sale, 45).WithRaw(Sale, 50).WithRaw(Analysis, 20);
        DenseSentence third = new DenseSentence().With(Rupture, Weight).With(Block, Weight);

        Holds("Why football? Arms deal: Poland vetoes and delivers $5 million to Poland. It recalls and vetoes!", lead, second, third);
    }

    [Fact]
    public void Many_labels_are_scored_as_few_are()
    {
        // More labels than a vector has lanes and than scores are kept on the stack for; the label of a word is its index modulo 5.
        const int Many = 150;
        int stride = ModelTensors.Stride(Many);
        ModelTensors sound = SmallModel.Tensors;
        ModelInfo info = SmallModel.Info with
        {
            Labels = [.. Enumerable.Range(0, Many).Select(i => $"l{i}")],
            LabelRoles = [.. Enumerable.Repeat(LabelRole.Topic, Many)],
            Prior = [.. Enumerable.Repeat(1.0 / Many, Many)],
            ConformalQuantiles = [.. Enumerable.Repeat(SmallModel.Info.ConformalQuantiles[0], Many)],
        };
        ModelTensors tensors = sound with
        {
            SymbolRows = Widened(sound.SymbolRows),
            LeadSymbolRows = Widened(sound.LeadSymbolRows),
            TermRows = Widened(sound.TermRows),
            LeadTermRows = Widened(sound.LeadTermRows),
            PairRows = Widened(sound.PairRows),
            GramRows = Widened(sound.GramRows),
            PatternRows = Widened(sound.PatternRows),
            ContextRows = Widened(sound.ContextRows),
            Bias = [.. Enumerable.Range(0, Many).Select(i => sound.Bias[i % LabelCount])],
            Pooling = [.. Enumerable.Range(0, 4 * Many).Select(i => sound.Pooling[(i / Many * LabelCount) + (i % Many % LabelCount)])],
        };
        LinearModel wide = ModelFile.Read(SmallModel.Write(info, tensors));
        var random = new Random(45);
        for (int i = 0; i < 500; i++)
        {
            string text = RandomText.Words(random, 60) + "Poland vetoes. Howitzer delivers, Poland!";
            double[] few = Score(s_model, text);
            Near(Score(wide, text), [.. Enumerable.Range(0, Many).Select(label => few[label % LabelCount])]);
        }

        short[] Widened(short[] rows) =>
            [.. rows.Chunk(8).SelectMany(row => Enumerable.Range(0, stride).Select(lane => lane < Many ? row[lane % LabelCount] : lane == Many ? row[LabelCount] : (short)0))];
    }

    [Fact]
    public void The_tokens_are_counted_and_those_that_are_known()
    {
        using FoldedText folded = FoldedText.Of("Poland vetoes nonsense. $", keepOffsets: false);
        Scorer.Score(s_model, folded, new double[LabelCount]).ShouldBe((4, 2));
        Scorer.WriteViews(s_model, folded, new double[Pooling.Views * LabelCount]).ShouldBe((4, 2));
    }

    private static void Holds(string text, params DenseSentence[] sentences)
    {
        double[] expected = DenseSentence.Views(sentences);
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        var views = new double[Pooling.Views * LabelCount];
        Scorer.WriteViews(s_model, folded, views);
        Near(views, expected);
        Near(Score(s_model, text), DenseSentence.Pooled(expected, SmallModel.Tensors.Pooling));
    }

    private static double[] Score(LinearModel model, string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        var scores = new double[model.Info.Labels.Count];
        Scorer.Score(model, folded, scores);
        return scores;
    }

    private static void Near(double[] actual, double[] expected) => actual.ShouldBe(expected, Tolerance);
}
