namespace ArmsClassifier.Training;

/// <summary>Agreement of two annotators on the passages that both labelled.</summary>
/// <param name="First">One annotator.</param>
/// <param name="Second">The other.</param>
public sealed record PairAgreement(string First, string Second)
{
    /// <summary>Number of passages that both labelled.</summary>
    public required int N { get; init; }

    /// <summary>Share of them with the same label; not a number where there are none.</summary>
    public required double Observed { get; init; }

    /// <summary>The same, where second labels count as well.</summary>
    public required double Lenient { get; init; }

    /// <summary>Cohen's kappa (Cohen, 1960): 1 is agreement, 0 is chance; not a number where chance alone agrees fully.</summary>
    public required double Kappa { get; init; }

    /// <summary>Lower bound of <see cref="Kappa"/>.</summary>
    public required double KappaLow { get; init; }

    /// <summary>Upper bound of <see cref="Kappa"/>.</summary>
    public required double KappaHigh { get; init; }
}
