using ArmsClassifier.Scoring;

namespace ArmsClassifier.Tests.Scoring;

public sealed class PoolingTests
{
    [Fact]
    public void A_score_is_its_views_by_their_weights_and_a_bias()
    {
        double[] passage = [0.5, 2];
        double[] lead = [0.25, -1];
        double[] strongest = [4, 0];
        double[] bias = [0.125, -3];
        var scores = new double[2];

        Pooling.Apply([.. passage, .. lead, .. strongest, .. bias], [8, 1, 16, 2, 1, 5], scores);

        scores.ShouldBe([4 + 4 + 4 + 0.125, 2 - 2 + 0 - 3]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_passage_alone_is_its_first_view(int labels)
    {
        var random = new Random(44);
        double[] views = [.. Enumerable.Range(0, Pooling.Views * labels).Select(_ => random.NextDouble() - 0.5)];
        double[] pooling = Pooling.PassageAlone(labels);
        var scores = new double[labels];

        pooling.Length.ShouldBe(Pooling.Length(labels));
        Pooling.Apply(pooling, views, scores);
        scores.ShouldBe(views[..labels]);
    }
}
