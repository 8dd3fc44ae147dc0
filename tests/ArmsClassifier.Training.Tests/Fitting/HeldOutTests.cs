using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class HeldOutTests
{
    private static readonly string[] s_labels = ["a", "b"];
    private static readonly LabelledPassage s_passage = new() { Text = "", Label = "a", Article = "1", Table = "written" };

    // By view: 1 and 0, 0 and 2, -1 and 1.
    private static readonly HeldOut s_heldOut = new(s_passage, [1, 0, 0, 2, -1, 1], [0.5, -0.5]);

    // By view: 1 and 2, 4 and 0.5, 2 and 1; the biases are 0.25 and -1.
    private static readonly double[] s_pooling = [1, 2, 4, 0.5, 2, 1, 0.25, -1];

    [Fact]
    public void Scores_are_the_views_by_their_weights() => s_heldOut.Scores(s_pooling).ShouldBe([1 + 0 - 2 + 0.25, 0 + 1 + 1 - 1]);

    [Fact]
    public void A_prediction_is_the_most_probable_label_at_a_temperature()
    {
        Prediction prediction = s_heldOut.Predict(s_labels, s_pooling, 0.5);

        double probability = 1 / (1 + Math.Exp((-0.75 - 1) / 0.5));
        (prediction.Label, prediction.Passage).ShouldBe(("b", s_passage));
        prediction.Confidence.ShouldBe(probability, 1e-12);
        prediction.Probabilities.Select(p => p.Probability).ShouldBe([1 - probability, probability], 1e-12);
    }

    [Fact]
    public void Its_own_mix_shifts_every_view_of_a_passage_that_is_of_no_feed()
    {
        // All views of "a" get a half more and those of "b" a half less: by the weights of the views, 3.5 and -1.75.
        double shifted = 1 / (1 + Math.Exp(-0.75 + 3.5 - (1 - 1.75)));

        Prediction own = s_heldOut.PredictOwnMix(s_labels, new TrainingSettings { FeedTables = ["feed"] }, s_pooling, 1);
        own.Probabilities.Select(p => p.Probability).ShouldBe([1 - shifted, shifted], 1e-12);

        Prediction feed = s_heldOut.PredictOwnMix(s_labels, new TrainingSettings { FeedTables = ["written"] }, s_pooling, 1);
        feed.Confidence.ShouldBe(s_heldOut.Predict(s_labels, s_pooling, 1).Confidence);
    }
}
