using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>The share of labels that a feed is said to have moves probabilities by Bayes' rule, and nothing else.</summary>
public sealed class PriorTests
{
    private const string Text = "delivers vetoes";

    [Fact]
    public void The_models_own_prior_moves_nothing()
    {
        ModelInfo info = SmallModel.Info;
        var own = info.Labels.Select((label, i) => (label, share: info.Prior[i])).ToDictionary(l => l.label, l => l.share);
        Of(own).ShouldBe(Of(null), 1e-12);
    }

    [Fact]
    public void Probabilities_move_by_the_ratio_of_the_shares()
    {
        double[] before = Of(null);
        double[] ratio = [0.3 / 0.1, 0.1 / 0.1, 0.2 / 0.1, 0.3 / 0.5, 0.1 / 0.2];
        double[] moved = [.. before.Select((p, i) => p * ratio[i])];
        double[] after = Of(new() { ["analysis"] = 0.3, ["block"] = 0.1, ["diplomatic-rupture"] = 0.2, ["none"] = 0.3, ["sale"] = 0.1 });
        after.ShouldBe(moved.Select(p => p / moved.Sum()), 1e-12);
    }

    [Fact]
    public void Labels_that_are_not_named_share_the_rest_as_the_model_assumes()
    {
        double[] some = Of(new() { ["none"] = 0.9 });
        double[] all = Of(new() { ["analysis"] = 0.02, ["block"] = 0.02, ["diplomatic-rupture"] = 0.02, ["none"] = 0.9, ["sale"] = 0.04 });
        some.ShouldBe(all, 1e-12);
    }

    [Fact]
    public void The_label_is_the_most_probable_one_under_the_prior_and_both_overloads_agree()
    {
        Classifier classifier = Load(new() { ["none"] = 0.999_999 });
        PassageResult result = classifier.Classify(Text);
        result.Label.ShouldBe("none");
        var probabilities = new double[5];
        classifier.Model.Labels[classifier.Classify(Text, probabilities)].ShouldBe("none");
        probabilities.ShouldBe(result.Probabilities.Select(p => p.Probability));
        (result.Bias + classifier.Classify(Text, explain: true).Evidence.Sum(e => e.Contribution)).ShouldBe(result.Score, 1e-9);
    }

    [Fact]
    public void Shares_that_are_none_are_refused_with_the_cure()
    {
        Refused(new() { ["sales"] = 0.5 }).ShouldContain("'sales', which is no label of the model; its labels are analysis, block");
        Refused(new() { ["none"] = 0 }).ShouldContain("positive");
        Refused(new() { ["none"] = -0.5 }).ShouldContain("positive");
        Refused(new() { ["none"] = double.NaN }).ShouldContain("positive");
        Refused(new() { ["none"] = 1 }).ShouldContain("less than 1");
        Refused(new() { ["analysis"] = 0.2, ["block"] = 0.2, ["diplomatic-rupture"] = 0.2, ["none"] = 0.2, ["sale"] = 0.1 }).ShouldContain("sum to 1");
    }

    private static string Refused(Dictionary<string, double> prior) => Should.Throw<ArgumentException>(() => Load(prior)).Message;

    private static Classifier Load(Dictionary<string, double>? prior) => SmallModel.Load(new ClassifierOptions { Prior = prior });

    private static double[] Of(Dictionary<string, double>? prior) => [.. Load(prior).Classify(Text).Probabilities.Select(p => p.Probability)];
}
