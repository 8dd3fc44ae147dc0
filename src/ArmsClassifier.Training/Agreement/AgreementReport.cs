namespace ArmsClassifier.Training;

/// <summary>Agreement of all annotators and of each two of them. Intervals are 95 % bootstraps over articles.</summary>
public sealed record AgreementReport
{
    /// <summary>The annotators.</summary>
    public required IReadOnlyList<string> Annotators { get; init; }

    /// <summary>Number of passages in any table.</summary>
    public required int Items { get; init; }

    /// <summary>Number of passages that at least two annotators labelled; all figures are of these.</summary>
    public required int Shared { get; init; }

    /// <summary>Krippendorff's alpha for nominal labels (Krippendorff, 2011): 1 is agreement, 0 is chance; not a number where all labels are one.</summary>
    public required double Alpha { get; init; }

    /// <summary>Lower bound of <see cref="Alpha"/>.</summary>
    public required double AlphaLow { get; init; }

    /// <summary>Upper bound of <see cref="Alpha"/>.</summary>
    public required double AlphaHigh { get; init; }

    /// <summary>Each two annotators.</summary>
    public required IReadOnlyList<PairAgreement> Pairs { get; init; }

    /// <summary>The passages that do not have the same label from all who labelled them.</summary>
    public required IReadOnlyList<AnnotatedItem> Disagreements { get; init; }
}
