namespace ArmsClassifier.Training;

/// <summary>How well a model labels a table. Shares are between 0 and 1.</summary>
public sealed record EvaluationReport
{
    /// <summary>Number of passages.</summary>
    public required int N { get; init; }

    /// <summary>Share of passages with the right label.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean over the table's labels of F1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Lower end of the 95 % bootstrap interval of macro-F1, drawn by article.</summary>
    public required double MacroF1Low { get; init; }

    /// <summary>Upper end of that interval.</summary>
    public required double MacroF1High { get; init; }

    /// <summary>Share of passages given the label or the second label.</summary>
    public required double LenientAccuracy { get; init; }

    /// <summary>Expected calibration error of the winning label over 15 bins of equal width (Naeini et al., 2015).</summary>
    public required double Ece { get; init; }

    /// <summary>Accuracy on the half of the passages that the model is most confident about.</summary>
    public required double AccuracyAt50 { get; init; }

    /// <summary>Accuracy on the 80 % of the passages that the model is most confident about.</summary>
    public required double AccuracyAt80 { get; init; }

    /// <summary>Accuracy on all passages.</summary>
    public double AccuracyAt100 => Accuracy;

    /// <summary>Figures by label, in ordinal order of the labels.</summary>
    public required IReadOnlyDictionary<string, LabelFigures> PerLabel { get; init; }

    /// <summary>Number of passages by true label and then by given label.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Confusion { get; init; }
}

/// <summary>How well one label is found.</summary>
/// <param name="N">Passages whose true label it is.</param>
/// <param name="Precision">Share of the passages given it that have it; 0 where none is given it.</param>
/// <param name="Recall">Share of the passages that have it that are given it; 0 where none has it.</param>
/// <param name="F1">Harmonic mean of precision and recall.</param>
public readonly record struct LabelFigures(int N, double Precision, double Recall, double F1);
