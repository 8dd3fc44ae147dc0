using ArmsClassifier.Scoring;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class PoolingFitTests
{
    private const int Labels = 3;
    private const int Passage = 0;
    private const int Lead = 1;
    private const int Strongest = 2;

    // What a square of one away from the passage alone costs, twice, in passages' log-likelihood.
    private const double Penalty = 4;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0.5)]
    public void Where_the_lead_decides_on_a_label_its_weight_for_that_label_grows(int decided, double temperature)
    {
        (double[][] views, int[] truth) = Drawn(4000, decided);

        double[] pooling = PoolingFit.Fit(views, truth, Labels, temperature);

        Weight(pooling, Lead, decided).ShouldBeGreaterThan(0.3);
        for (int label = 0; label < Labels; label++)
        {
            Math.Abs(Weight(pooling, Strongest, label)).ShouldBeLessThan(0.2);
            if (label != decided)
            {
                Math.Abs(Weight(pooling, Lead, label)).ShouldBeLessThan(0.2);
            }
        }

        Loss(pooling, views, truth, temperature).ShouldBeLessThan(0.95 * Loss(Pooling.PassageAlone(Labels), views, truth, temperature));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(4000, 1)]
    [InlineData(4000, 2.5)]
    public void No_pooling_nearby_has_less_loss_and_penalty_together(int count, double temperature)
    {
        (double[][] views, int[] truth) = Drawn(count, 1);
        double[] pooling = PoolingFit.Fit(views, truth, Labels, temperature);
        double best = Penalised(pooling);

        for (int at = 0; at < pooling.Length; at++)
        {
            foreach (double step in (double[])[-0.05, 0.05])
            {
                double[] moved = [.. pooling];
                moved[at] += step;
                Penalised(moved).ShouldBeGreaterThan(best);
            }
        }

        double Penalised(double[] at) =>
            (views.Length * Loss(at, views, truth, temperature)) + (Penalty / 2 * at.Zip(Pooling.PassageAlone(Labels), (a, b) => (a - b) * (a - b)).Sum());
    }

    [Fact]
    public void A_bias_learns_what_the_scores_leave_out()
    {
        double[][] views = [.. Enumerable.Range(0, 1000).Select(_ => new double[Pooling.Views * Labels])];
        int[] truth = [.. Enumerable.Range(0, 1000).Select(i => i % 10 < 6 ? 2 : i % 10 < 9 ? 0 : 1)];

        double[] pooling = PoolingFit.Fit(views, truth, Labels, 1);

        var scores = new double[Labels];
        Pooling.Apply(pooling, views[0], scores);
        Softmax.Apply(scores, 1);
        scores.ShouldBeNear([0.3, 0.1, 0.6], 0.02);
    }

    [Fact]
    public void A_few_passages_move_little()
    {
        (double[][] views, int[] truth) = Drawn(4, 0);

        double[] pooling = PoolingFit.Fit(views, truth, Labels, 1);

        pooling.ShouldBeNear(Pooling.PassageAlone(Labels), 0.5);
        Loss(pooling, views, truth, 1).ShouldBeLessThan(Loss(Pooling.PassageAlone(Labels), views, truth, 1));
    }

    [Fact]
    public void No_passages_move_nothing() => PoolingFit.Fit([], [], Labels, 1).ShouldBe(Pooling.PassageAlone(Labels));

    [Fact]
    public void The_same_passages_give_the_same_pooling_and_are_left_as_they_were()
    {
        (double[][] views, int[] truth) = Drawn(200, 0);
        double[][] copy = [.. views.Select(v => (double[])[.. v])];

        PoolingFit.Fit(views, truth, Labels, 1.5).ShouldBe(PoolingFit.Fit(copy, truth, Labels, 1.5));
        views.Zip(copy).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
    }

    private static double Weight(double[] pooling, int view, int label) => pooling[(view * Labels) + label];

    /// <summary>Views that say little but for the lead, which says whether a passage has the label <paramref name="decided"/>.</summary>
    private static (double[][] Views, int[] Truth) Drawn(int count, int decided)
    {
        var random = new SplitMix64(9);
        var views = new double[count][];
        var truth = new int[count];
        for (int i = 0; i < count; i++)
        {
            truth[i] = random.Next(Labels);
            views[i] = new double[Pooling.Views * Labels];
            for (int at = 0; at < views[i].Length; at++)
            {
                views[i][at] = (random.Next(2001) - 1000) / 1000.0;
            }

            views[i][(Passage * Labels) + truth[i]] += 1;
            views[i][(Lead * Labels) + decided] += truth[i] == decided ? 0.5 : -0.5;
        }

        return (views, truth);
    }

    /// <summary>Mean negative log-likelihood.</summary>
    private static double Loss(double[] pooling, double[][] views, int[] truth, double temperature)
    {
        double loss = 0;
        for (int i = 0; i < views.Length; i++)
        {
            double[] scores = [.. Enumerable.Range(0, Labels).Select(label =>
                (Enumerable.Range(0, Pooling.Views).Sum(view => Weight(pooling, view, label) * views[i][(view * Labels) + label]) + pooling[(Pooling.Views * Labels) + label]) / temperature)];
            loss += Math.Log(scores.Sum(Math.Exp)) - scores[truth[i]];
        }

        return loss / views.Length;
    }
}
