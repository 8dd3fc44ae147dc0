namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>What a pipeline says of a passage.</summary>
internal sealed class PipelineVerdict
{
    /// <summary>The most probable label.</summary>
    public string PredictedLabel { get; set; } = "";

    /// <summary>Probability or score of each label.</summary>
    public float[] Score { get; set; } = [];
}
