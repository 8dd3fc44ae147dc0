namespace ArmsClassifier.MLNet.Tests.Pipelines;

/// <summary>What a prediction engine answers.</summary>
public sealed class VerdictRow
{
    public string PredictedLabel { get; set; } = "";

    public float Probability { get; set; }

    public float[] Score { get; set; } = [];

    public string Also { get; set; } = "";

    public bool Abstained { get; set; }

    /// <summary>Holds the row to what the classifier says.</summary>
    public void ShouldBe(PassageResult result)
    {
        PredictedLabel.ShouldBe(result.Label);
        ((double)Probability).ShouldBe(result.Probability, 1e-6);
        Also.ShouldBe(result.Also ?? "");
        Abstained.ShouldBe(result.Abstained);
        for (int label = 0; label < Score.Length; label++)
        {
            ((double)Score[label]).ShouldBe(result.Probabilities.Count == 0 ? 0 : result.Probabilities[label].Probability, 1e-6);
        }
    }
}
