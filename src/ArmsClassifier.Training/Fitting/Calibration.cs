using System.Globalization;
using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>What is fitted on held-out scores.</summary>
/// <param name="Info">The model's metadata, with temperature, prior and conformal thresholds.</param>
/// <param name="Pooling">How much the views of a passage count, under the prior of the settings.</param>
/// <param name="LearntPooling">The same under the mix of the feed tables.</param>
internal sealed record Calibrated(ModelInfo Info, double[] Pooling, double[] LearntPooling);

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

    /// <summary>What held-out scores say about a model.</summary>
    public static Calibrated Calibrate(HeldOut[] heldOut, LabelledPassage[] rows, IReadOnlyList<string> labels, TrainingSettings settings)
    {
        HeldOut[] relevant = [.. heldOut.Where(h => settings.IsFeed(h.Passage))];
        int[] truth = [.. relevant.Select(h => labels.ToList().IndexOf(h.Passage.Label))];
        double[] alone = Pooling.PassageAlone(labels.Count);
        double temperature = Temperature.Fit([.. relevant.Select(h => h.Scores(alone))], truth);
        double[] learntPooling = PoolingFit.Fit([.. relevant.Select(h => h.Views)], truth, labels.Count, temperature);
        ModelInfo learnt = Uncalibrated(labels, settings) with
        {
            Temperature = temperature,
            Prior = [.. labels.Select((_, label) => Share(truth, label, labels.Count))],
            TrainingPassages = rows.Length,
            Settings = Named(settings),
        };
        double[] pooling = [.. learntPooling];
        double[] logRatios = PriorShift.Of(learnt, settings.Prior) ?? new double[labels.Count];
        for (int label = 0; label < labels.Count; label++)
        {
            pooling[(Pooling.Views * labels.Count) + label] += logRatios[label] * temperature;
        }

        ModelInfo info = learnt with
        {
            Prior = PriorShift.Shares(learnt, settings.Prior),
            ConformalQuantiles = [.. labels.Select((_, label) =>
                Conformal.Quantiles(relevant.Where((_, i) => truth[i] == label).Select(h => ProbabilityOf(h.Scores(pooling), label, temperature))))],
        };
        return new Calibrated(info, pooling, learntPooling);
    }

    /// <summary>The share of a label among passages, as if one more of each label had been seen: none may be thought impossible.</summary>
    private static double Share(int[] truth, int label, int labels) => (truth.Count(t => t == label) + 1.0) / (truth.Length + labels);

    private static double ProbabilityOf(double[] scores, int label, double temperature)
    {
        Softmax.Apply(scores, temperature);
        return scores[label];
    }

    private static SortedDictionary<string, string> Named(TrainingSettings settings)
    {
        SortedDictionary<string, string> named = NamedNumbers(settings);
        if (settings.WeightTrainer is { } trainer)
        {
            named["trainer"] = trainer.Name;
        }

        return named;
    }

    private static SortedDictionary<string, string> NamedNumbers(TrainingSettings settings) => new(StringComparer.Ordinal)
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
        ["contextWeight"] = settings.ContextWeight.ToString(CultureInfo.InvariantCulture),
        ["minContextPassages"] = settings.MinContextPassages.ToString(CultureInfo.InvariantCulture),
        ["maxContexts"] = settings.MaxContexts.ToString(CultureInfo.InvariantCulture),
        ["bayesC"] = settings.BayesC.ToString(CultureInfo.InvariantCulture),
        ["groups"] = string.Join(", ", settings.Groups.Keys.Order(StringComparer.Ordinal)),
        ["prior"] = string.Join(", ", settings.Prior.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value}"))),
        ["feedTables"] = string.Join(", ", settings.FeedTables.Order(StringComparer.Ordinal)),
        ["maxIterations"] = settings.MaxIterations.ToString(CultureInfo.InvariantCulture),
        ["tableWeights"] = string.Join(", ", settings.TableWeights.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value}"))),
        ["alsoShare"] = settings.AlsoShare.ToString(CultureInfo.InvariantCulture),
        ["smoothing"] = settings.Smoothing.ToString(CultureInfo.InvariantCulture),
        ["folds"] = settings.Folds.ToString(CultureInfo.InvariantCulture),
    };
}
