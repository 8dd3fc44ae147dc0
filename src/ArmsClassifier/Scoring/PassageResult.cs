namespace ArmsClassifier;

/// <summary>What the model says of one passage.</summary>
public sealed record PassageResult
{
    /// <summary>The most probable label, or <see cref="Classifier.Unsupported"/> where the text is not in the model's language.</summary>
    public required string Label { get; init; }

    /// <summary>Calibrated probability of <see cref="Label"/>, 0 to 1; 0 for unsupported text.</summary>
    public required double Probability { get; init; }

    /// <summary>Probability of every label, in the model's order; empty for unsupported text.</summary>
    public required IReadOnlyList<LabelProbability> Probabilities { get; init; }

    /// <summary>The second most probable label where its probability reaches the model's threshold; otherwise null.</summary>
    public string? Also { get; init; }

    /// <summary>
    /// The labels that cannot be ruled out at the asked coverage, in the model's order: the conformal set, to which <see cref="Label"/>
    /// always belongs. Empty for unsupported text.
    /// </summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Whether <see cref="Set"/> does not hold exactly one label, that is, whether a person should look.</summary>
    public bool Abstained { get; init; }

    /// <summary>Score of <see cref="Label"/> before calibration, in logits.</summary>
    public double Score { get; init; }

    /// <summary>The part of <see cref="Score"/> that does not depend on the text.</summary>
    public double Bias { get; init; }

    /// <summary>What parts of the text speak for or against the label, strongest first; empty unless asked for.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
