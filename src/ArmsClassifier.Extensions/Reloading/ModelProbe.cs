namespace ArmsClassifier.Extensions.Reloading;

/// <summary>Asks a model something before it serves, and as often as a health check asks.</summary>
internal static class ModelProbe
{
    /// <summary>A passage that every model can give probabilities for, whatever it makes of it.</summary>
    public const string Passage = "The ministry said on Monday that it had signed a contract for 24 aircraft and that the first would arrive next year.";

    // Probabilities are exponentials over their sum.
    private const double Tolerance = 1e-9;

    /// <summary>What is wrong with the answer; null where it is one.</summary>
    public static string? Problem(Classifier classifier)
    {
        var probabilities = new double[classifier.Model.Labels.Count];
        int best = classifier.Classify(Passage, probabilities);
        double sum = 0;
        foreach (double probability in probabilities)
        {
            sum += probability is >= 0 and <= 1 ? probability : double.NaN;
        }

        return best < 0 || Math.Abs(sum - 1) < Tolerance
            ? null
            : $"the model gives probabilities that sum to {sum} for a passage of its probe; train it anew";
    }
}
