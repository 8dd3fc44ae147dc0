using ArmsClassifier.Tests.Model;
using ArmsClassifier.Tests.Text;

namespace ArmsClassifier.Tests.Scoring;

public sealed class ProbabilityTests
{
    private static readonly ClassifierOptions s_anyLanguage = new() { DetectLanguage = false };

    [Fact]
    public void Probabilities_are_those_of_the_models_labels_in_its_order_and_sum_to_one()
    {
        Classifier classifier = Bundled.Load(s_anyLanguage);
        var random = new Random(51);
        for (int i = 0; i < 2_000; i++)
        {
            PassageResult result = classifier.Classify(i % 2 == 0 ? RandomText.Words(random, 40) : RandomText.Characters(random, 200));
            result.Probabilities.Select(p => p.Label).ShouldBe(classifier.Model.Labels);
            result.Probabilities.ShouldAllBe(p => p.Probability >= 0 && p.Probability <= 1);
            result.Probabilities.Sum(p => p.Probability).ShouldBe(1, 1e-12);
            result.Probability.ShouldBe(result.Probabilities.Max(p => p.Probability));
            result.Probabilities.ShouldContain(new LabelProbability(result.Label, result.Probability));
        }
    }

    [Fact]
    public void The_overload_without_allocation_answers_the_same()
    {
        Classifier classifier = Bundled.Classifier;
        var probabilities = new double[classifier.Model.Labels.Count];
        foreach (string line in Repository.Passages().Take(500))
        {
            PassageResult result = classifier.Classify(line);
            int best = classifier.Classify(line, probabilities);
            probabilities.ShouldBe(result.Probabilities.Select(p => p.Probability));
            classifier.Model.Labels[best].ShouldBe(result.Label);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_buffer_of_another_length_is_refused(int length) =>
        Should.Throw<ArgumentException>(() => SmallModel.Load().Classify("arms", new double[length])).ParamName.ShouldBe("probabilities");

    [Fact]
    public void The_second_label_is_named_from_the_threshold_on()
    {
        // Two words of one weight each: their labels are about equally probable.
        const string Text = "delivers vetoes";
        double second = SmallModel.Load().Classify(Text).Probabilities.OrderByDescending(p => p.Probability).ElementAt(1).Probability;

        With(second).Classify(Text).Also.ShouldBe("block");
        With(Math.BitIncrement(second)).Classify(Text).Also.ShouldBeNull();
        With(1).Classify(Text).Also.ShouldBeNull();
        With(0).Classify("why").Also.ShouldNotBeNull().ShouldNotBe("analysis");

        static Classifier With(double threshold) =>
            Classifier.Load(new MemoryStream(SmallModel.Write(SmallModel.Info with { AlsoThreshold = threshold }, SmallModel.Tensors)));
    }

    [Fact]
    public void The_classifier_abstains_where_the_conformal_set_holds_more_than_one_label()
    {
        const string Sure = "delivers";
        const string Unsure = "delivers vetoes";

        // The small model's quantile at a share is the share itself: a label is in the set from probability 1 - coverage on.
        double second = SmallModel.Load().Classify(Unsure).Probabilities.OrderByDescending(p => p.Probability).ElementAt(1).Probability;
        At(1 - second + 0.001).Classify(Unsure).Abstained.ShouldBeTrue();
        At(1 - second - 0.001).Classify(Unsure).Abstained.ShouldBeFalse();
        At(0.9).Classify(Sure).Abstained.ShouldBeFalse();
        At(1).Classify(Sure).Abstained.ShouldBeTrue();
        At(0).Classify(Unsure).Abstained.ShouldBeFalse();

        static Classifier At(double coverage) => SmallModel.Load(new ClassifierOptions { Coverage = coverage });
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(80)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_coverage_that_is_no_share_is_refused(double coverage)
    {
        var options = new ClassifierOptions { Coverage = coverage };
        Should.Throw<ArgumentOutOfRangeException>(() => SmallModel.Load(options)).ParamName.ShouldBe("options");
        Should.Throw<ArgumentOutOfRangeException>(() => Bundled.Load(options));
    }

    [Fact]
    public void A_higher_coverage_never_abstains_less()
    {
        string[] lines = [.. Repository.Passages().Take(200)];
        int before = 0;
        foreach (double coverage in (double[])[0, 0.25, 0.5, 0.8, 0.9, 0.99, 1])
        {
            Classifier classifier = Bundled.Load(new ClassifierOptions { Coverage = coverage });
            int abstained = lines.Count(line => classifier.Classify(line).Abstained);
            abstained.ShouldBeGreaterThanOrEqualTo(before);
            before = abstained;
        }

        before.ShouldBe(lines.Length);
    }

    [Fact]
    public void The_set_holds_the_label_and_grows_with_the_coverage()
    {
        string[] lines = [.. Repository.Passages().Take(200)];
        Classifier narrow = Bundled.Load(new ClassifierOptions { Coverage = 0.5 });
        Classifier wide = Bundled.Load(new ClassifierOptions { Coverage = 0.95 });
        foreach (string line in lines)
        {
            PassageResult few = narrow.Classify(line);
            PassageResult many = wide.Classify(line);
            few.Set.ShouldContain(few.Label);
            few.Set.ShouldBeSubsetOf(many.Set);
            few.Abstained.ShouldBe(few.Set.Count > 1);
            many.Set.ShouldBe(many.Set.OrderBy(label => wide.Model.Labels.ToList().IndexOf(label)));
        }
    }

    [Fact]
    public void Each_label_is_held_to_its_own_quantiles()
    {
        // At a share of a half, "sale" may not be less probable than 0.9, "block" may have any probability.
        double[] strict = [.. Enumerable.Repeat(0.1, 101)];
        double[] lax = [.. Enumerable.Repeat(1.0, 101)];
        ModelInfo info = SmallModel.Info with { ConformalQuantiles = [strict, lax, strict, strict, strict] };
        Classifier classifier = Classifier.Load(new MemoryStream(SmallModel.Write(info, SmallModel.Tensors)), new ClassifierOptions { Coverage = 0.5 });
        classifier.Classify("delivers").Set.ShouldBe(["block", "sale"]);
    }

    [Theory]
    [InlineData("Poland signed a contract to buy 96 Apache helicopters from the United States.", "sale")]
    [InlineData("The German government revoked the export licence and halted all deliveries of tanks to Saudi Arabia.", "block")]
    [InlineData("France recalled its ambassador from Canberra for consultations in protest.", "diplomatic-rupture")]
    [InlineData("The striker scored twice as the home side won the football cup final on Sunday.", "none")]
    public void Unmistakable_sentences_get_their_label(string text, string label) =>
        Bundled.Classifier.Classify(text).Label.ShouldBe(label);
}
