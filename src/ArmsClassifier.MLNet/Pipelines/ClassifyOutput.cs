namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>
/// What classifying adds to a row. ML.NET fixes the columns of a mapping by its type, so there is a column for each of the most labels that a
/// model in a pipeline may have; the steps after it keep those of the model.
/// </summary>
internal sealed class ClassifyOutput
{
    /// <summary>The most labels of a model in a pipeline.</summary>
    public const int MaxLabels = 16;

    /// <summary>The most probable label, or that of unsupported text.</summary>
    public ReadOnlyMemory<char> PredictedLabel { get; set; }

    /// <summary>Its probability.</summary>
    public float Probability { get; set; }

    /// <summary>A second label that is close, or nothing.</summary>
    public ReadOnlyMemory<char> Also { get; set; }

    /// <summary>Whether a person should look.</summary>
    public bool Abstained { get; set; }

    /// <summary>Probability of label 0.</summary>
    public float P0 { get; set; }

    /// <summary>Probability of label 1.</summary>
    public float P1 { get; set; }

    /// <summary>Probability of label 2.</summary>
    public float P2 { get; set; }

    /// <summary>Probability of label 3.</summary>
    public float P3 { get; set; }

    /// <summary>Probability of label 4.</summary>
    public float P4 { get; set; }

    /// <summary>Probability of label 5.</summary>
    public float P5 { get; set; }

    /// <summary>Probability of label 6.</summary>
    public float P6 { get; set; }

    /// <summary>Probability of label 7.</summary>
    public float P7 { get; set; }

    /// <summary>Probability of label 8.</summary>
    public float P8 { get; set; }

    /// <summary>Probability of label 9.</summary>
    public float P9 { get; set; }

    /// <summary>Probability of label 10.</summary>
    public float P10 { get; set; }

    /// <summary>Probability of label 11.</summary>
    public float P11 { get; set; }

    /// <summary>Probability of label 12.</summary>
    public float P12 { get; set; }

    /// <summary>Probability of label 13.</summary>
    public float P13 { get; set; }

    /// <summary>Probability of label 14.</summary>
    public float P14 { get; set; }

    /// <summary>Probability of label 15.</summary>
    public float P15 { get; set; }

    /// <summary>The column with the probability of a label, by its place in the model.</summary>
    public static string ColumnOf(int label) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{label}");

    /// <summary>Takes over a result; unsupported text has probability 0 everywhere.</summary>
    public void Take(PassageResult result)
    {
        IReadOnlyList<LabelProbability> probabilities = result.Probabilities;
        PredictedLabel = result.Label.AsMemory();
        Probability = (float)result.Probability;
        Also = result.Also.AsMemory();
        Abstained = result.Abstained;
        P0 = At(probabilities, 0);
        P1 = At(probabilities, 1);
        P2 = At(probabilities, 2);
        P3 = At(probabilities, 3);
        P4 = At(probabilities, 4);
        P5 = At(probabilities, 5);
        P6 = At(probabilities, 6);
        P7 = At(probabilities, 7);
        P8 = At(probabilities, 8);
        P9 = At(probabilities, 9);
        P10 = At(probabilities, 10);
        P11 = At(probabilities, 11);
        P12 = At(probabilities, 12);
        P13 = At(probabilities, 13);
        P14 = At(probabilities, 14);
        P15 = At(probabilities, 15);
    }

    private static float At(IReadOnlyList<LabelProbability> probabilities, int label) => label < probabilities.Count ? (float)probabilities[label].Probability : 0;
}
