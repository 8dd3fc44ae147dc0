namespace ArmsClassifier.MLNet.Tests.Pipelines;

/// <summary>What a prediction engine is given.</summary>
public sealed class PassageRow
{
    public string Text { get; set; } = "";
}
