namespace ArmsClassifier.Training;

/// <summary>How two models differ on the same labelled passages. Intervals are 95 % bootstraps over articles.</summary>
public sealed record ModelDifference
{
    /// <summary>Figures of the old model.</summary>
    public required EvaluationReport Old { get; init; }

    /// <summary>Figures of the new model.</summary>
    public required EvaluationReport New { get; init; }

    /// <summary>What the new model's macro-F1 has over the old one's.</summary>
    public double MacroF1 => New.MacroF1 - Old.MacroF1;

    /// <summary>Lower bound of <see cref="MacroF1"/>.</summary>
    public required double MacroF1Low { get; init; }

    /// <summary>Upper bound of <see cref="MacroF1"/>.</summary>
    public required double MacroF1High { get; init; }

    /// <summary>Passages that only the new model gets right.</summary>
    public required int PutRight { get; init; }

    /// <summary>Passages that only the old model gets right.</summary>
    public required int PutWrong { get; init; }

    /// <summary>Exact two-sided p of McNemar's test (McNemar, 1947): how often chance would divide those passages at least so unevenly.</summary>
    public required double McNemar { get; init; }

    /// <summary>The passages to which the models give different labels, in the order of the table: what the old and the new one say.</summary>
    public required IReadOnlyList<(Prediction Old, Prediction New)> Changed { get; init; }

    /// <summary>Which model is better as far as this data can tell: the interval of the difference in macro-F1 decides.</summary>
    public ModelVerdict Verdict => MacroF1Low > 0 ? ModelVerdict.Better : MacroF1High < 0 ? ModelVerdict.Worse : ModelVerdict.Undecided;
}

/// <summary>What a comparison says of the new model.</summary>
public enum ModelVerdict
{
    /// <summary>The data shows no difference.</summary>
    Undecided,

    /// <summary>It is better.</summary>
    Better,

    /// <summary>It is worse.</summary>
    Worse,
}
