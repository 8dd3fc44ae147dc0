namespace ArmsClassifier.Scoring;

/// <summary>Moves probabilities from the mix of labels that a model assumes to that of the feed at hand (Saerens et al., 2002).</summary>
internal static class PriorShift
{
    /// <summary>By label, what to add to scores that temperature has divided: the logarithm of the ratio of the shares. Null where nothing moves.</summary>
    /// <exception cref="ArgumentException">The prior names an unknown label, or its shares cannot be shares of one feed.</exception>
    public static double[]? Of(ModelInfo model, IReadOnlyDictionary<string, double>? prior)
    {
        return prior is null || prior.Count == 0 ? null : [.. Shares(model, prior).Select((share, i) => Math.Log(share / model.Prior[i]))];
    }

    /// <summary>The share of every label where <paramref name="prior"/> names some: the others share the rest as the model assumes.</summary>
    /// <exception cref="ArgumentException">The prior names an unknown label, or its shares cannot be shares of one feed.</exception>
    public static double[] Shares(ModelInfo model, IReadOnlyDictionary<string, double> prior)
    {
        if (prior.Keys.Except(model.Labels, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"the prior names '{unknown}', which is no label of the model; its labels are {string.Join(", ", model.Labels)}", nameof(prior));
        }

        double named = prior.Values.Sum();
        bool isWhole = prior.Count == model.Labels.Count;
        if (!prior.Values.All(share => share > 0) || !(isWhole ? Math.Abs(named - 1) < 1e-6 : named < 1))
        {
            throw new ArgumentException(
                $"the shares of the prior must be positive and sum to {(isWhole ? "1, as all labels are named" : "less than 1, as some labels are not named")}; they sum to {named}", nameof(prior));
        }

        double unnamed = model.Labels.Select((label, i) => prior.ContainsKey(label) ? 0 : model.Prior[i]).Sum();
        return [.. model.Labels.Select((label, i) => prior.TryGetValue(label, out double share) ? share : (1 - named) * model.Prior[i] / unnamed)];
    }
}
