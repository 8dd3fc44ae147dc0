using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Trainers;

/// <summary>A row of a training problem with the answer to one question.</summary>
internal sealed class BinaryInstance
{
    /// <summary>The values of the features.</summary>
    public VBuffer<float> Features { get; set; }

    /// <summary>Whether the row has the label.</summary>
    public bool Label { get; set; }
}
