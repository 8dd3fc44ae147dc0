namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>A labelled passage as the pipelines take it.</summary>
internal sealed class PipelineRow
{
    /// <summary>The passage.</summary>
    public string Text { get; set; } = "";

    /// <summary>Its label; not looked at in scoring.</summary>
    public string Label { get; set; } = "";

    /// <summary>What its loss counts; not looked at in scoring.</summary>
    public float Weight { get; set; }
}
