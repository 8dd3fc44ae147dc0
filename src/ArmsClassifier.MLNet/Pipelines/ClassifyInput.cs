using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>What the steps of ours in a pipeline read of a row.</summary>
internal sealed class ClassifyInput
{
    /// <summary>The column that the text of the passage is copied to.</summary>
    public const string TextColumn = "ArmsClassifierText";

    /// <summary>The passage.</summary>
    [ColumnName(TextColumn)]
    public ReadOnlyMemory<char> Text { get; set; }

    /// <summary>The model.</summary>
    [ColumnName(CarriedModel.Column)]
    public ReadOnlyMemory<char> Model { get; set; }
}
