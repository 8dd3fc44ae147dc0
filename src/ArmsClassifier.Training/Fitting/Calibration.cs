using System.Globalization;
using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Everything of a model that is fitted on held-out scores.</summary>
internal static class Calibration
{
    /// <summary>A model's metadata before calibration.</summary>
    public static ModelInfo Uncalibrated(IReadOnlyList<string> labels, TrainingSettings settings) => new()
    {
        Name = settings.ModelName,
        Labels = labels,
        LabelRoles = [.. labels.Select(l => settings.LabelRoles.GetValueOrDefault(l, LabelRole.Topic))],
        Prior = [.. labels.Select(_ => 1.0 / labels.Count)],
        ConformalQuantiles = [.. labels.Select(_ => new double[ModelInfo.Quantiles])],
    };

    /// <summary>A model's metadata with temperature and conformal thresholds from held-out scores.</summary>
    public static ModelInfo Calibrate(HeldOut[] heldOut, LabelledPassage[] rows, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        HeldOut[] relevant = [.. heldOut.Where(h => settings.IsFeed(h.Passage))];
        int[] truth = [.. relevant.Select(h => labels.ToList().IndexOf(h.Passage.Label))];
        double temperature = Temperature.Fit([.. relevant.Select(h => h.Scores)], truth);
        return Uncalibrated(labels, settings) with
        {
            Temperature = temperature,
            Prior = [.. labels.Select((_, label) => Share(truth, label, labels.Count))],
            ConformalQuantiles = [.. labels.Select((_, label) =>
                Conformal.Quantiles(relevant.Where((_, i) => truth[i] == label).Select(h => ProbabilityOf(h.Scores, label, temperature))))],
            TrainingPassages = rows.Length,
            Settings = Named(settings),
        };
    }

    /// <summary>The share of a label among passages, as if one more of each label had been seen: none may be thought impossible.</summary>
    private static double Share(int[] truth, int label, int labels) => (truth.Count(t => t == label) + 1.0) / (truth.Length + labels);

    private static double ProbabilityOf(double[] scores, int label, double temperature)
    {
        double[] probabilities = [.. scores];
        Softmax.Apply(probabilities, temperature);
        return probabilities[label];
    }

    private static SortedDictionary<string, string> Named(TrainingSettings settings) => new(StringComparer.Ordinal)
    {
        ["c"] = settings.C.ToString(CultureInfo.InvariantCulture),
        ["minWordPassages"] = settings.MinWordPassages.ToString(CultureInfo.InvariantCulture),
        ["minPairPassages"] = settings.MinPairPassages.ToString(CultureInfo.InvariantCulture),
        ["minGramPassages"] = settings.MinGramPassages.ToString(CultureInfo.InvariantCulture),
        ["gramWeight"] = settings.GramWeight.ToString(CultureInfo.InvariantCulture),
        ["conceptWeight"] = settings.ConceptWeight.ToString(CultureInfo.InvariantCulture),
        ["leadConceptWeight"] = settings.LeadConceptWeight.ToString(CultureInfo.InvariantCulture),
        ["pairWeight"] = settings.PairWeight.ToString(CultureInfo.InvariantCulture),
        ["patternWeight"] = settings.PatternWeight.ToString(CultureInfo.InvariantCulture),
        ["minPatternPassages"] = settings.MinPatternPassages.ToString(CultureInfo.InvariantCulture),
        ["bayesC"] = settings.BayesC.ToString(CultureInfo.InvariantCulture),
        ["groups"] = string.Join(", ", settings.Groups.Keys.Order(StringComparer.Ordinal)),
        ["feedTables"] = string.Join(", ", settings.FeedTables.Order(StringComparer.Ordinal)),
        ["maxIterations"] = settings.MaxIterations.ToString(CultureInfo.InvariantCulture),
        ["tableWeights"] = string.Join(", ", settings.TableWeights.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value}"))),
        ["alsoShare"] = settings.AlsoShare.ToString(CultureInfo.InvariantCulture),
        ["smoothing"] = settings.Smoothing.ToString(CultureInfo.InvariantCulture),
        ["folds"] = settings.Folds.ToString(CultureInfo.InvariantCulture),
    };
}
