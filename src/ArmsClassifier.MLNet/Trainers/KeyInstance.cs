using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Trainers;

/// <summary>A row of a training problem with a label of several.</summary>
internal sealed class KeyInstance
{
    /// <summary>The values of the features.</summary>
    public VBuffer<float> Features { get; set; }

    /// <summary>The label's place among the labels, from 0.</summary>
    [KeyType(1)]
    public uint Label { get; set; }

    /// <summary>What the loss of the row counts.</summary>
    public float Weight { get; set; }
}
