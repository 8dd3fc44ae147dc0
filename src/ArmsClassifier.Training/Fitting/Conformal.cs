namespace ArmsClassifier.Training.Fitting;

/// <summary>Conformal prediction per label (Vovk, 2012): how improbable the true label of an unseen passage that has it is, as quantiles.</summary>
internal static class Conformal
{
    /// <summary>Quantiles 0, 1, ... 100 percent of 1 - p(true label), with the finite-sample correction of the method.</summary>
    public static double[] Quantiles(IEnumerable<double> probabilitiesOfTruth)
    {
        double[] scores = [.. probabilitiesOfTruth.Select(p => Math.Clamp(1 - p, 0, 1)).Order()];
        var quantiles = new double[101];
        for (int percent = 0; percent <= 100; percent++)
        {
            int rank = (int)Math.Ceiling((scores.Length + 1) * percent / 100.0);
            quantiles[percent] = rank > scores.Length ? 1 : rank == 0 ? 0 : scores[rank - 1];
        }

        return quantiles;
    }
}
