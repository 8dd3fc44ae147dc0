using ArmsClassifier.Features;
using ArmsClassifier.Scoring;

namespace ArmsClassifier.Model;

/// <summary>Holds the parts of a model file to each other: sizes, indices and finite numbers.</summary>
internal static class ModelChecks
{
    /// <summary>The most contexts: a sentence has each once, so that its sums cannot overflow.</summary>
    public const int MaxContexts = 200_000;

    private const int MaxLabels = 1000;

    /// <summary>Checks the parts.</summary>
    /// <exception cref="ModelFormatException">Two parts contradict each other.</exception>
    public static void Check(ModelInfo info, Mark[] marks, ModelTensors tensors)
    {
        // JSON may hold null where the type promises a value.
        object?[] promised = [info.Name, info.Language, info.Labels, info.LabelRoles, info.Prior, info.ConformalQuantiles, info.TrainingDataHash, info.Settings, info.Metrics];
        Require(promised.All(value => value is not null), "no property of the metadata is null");
        int labels = info.Labels.Count;
        Require(labels is >= 2 and <= MaxLabels, "a model has 2 to 1,000 labels");
        Require(info.Labels.All(l => !string.IsNullOrEmpty(l)) && info.Labels.Distinct(StringComparer.Ordinal).Count() == labels, "labels differ");
        Require(info.LabelRoles.Count == labels && info.LabelRoles.All(Enum.IsDefined), "every label has a role");
        Require(double.IsFinite(info.Temperature) && info.Temperature > 0, "the temperature is positive");
        Require(info.AlsoThreshold is >= 0 and <= 1, "the threshold for a second label is a probability");
        Require(info.Prior.Count == labels && info.Prior.All(share => share is > 0 and <= 1), "every label has a share of the assumed feed");
        Require(Math.Abs(info.Prior.Sum() - 1) < 1e-6, "the shares of the assumed feed sum to 1");
        CheckQuantiles(info);
        int stride = ModelTensors.Stride(labels);
        Require(marks.Length < ushort.MaxValue && marks.All(m => !string.IsNullOrEmpty(m.Name) && Enum.IsDefined(m.Kind)), "classes have names");
        Require(NumberMarks.BuiltIn.All(b => marks.Any(m => m.Name == b.Name && m.Kind == b.Kind)), "the built-in classes are present");
        Require(tensors.SymbolRows.Length == (tensors.TokenHashes.Length + marks.Length) * stride, "there is a row per symbol");
        Require(tensors.LeadSymbolRows.Length == tensors.SymbolRows.Length, "there is a first-sentence row per symbol");
        Require(tensors.TermRows.Length == marks.Length * stride, "there is a row per class");
        Require(tensors.LeadTermRows.Length == tensors.TermRows.Length, "there is a first-sentence row per class");
        Require(marks.All(m => m.Groups < 1u << GroupPatterns.MaxGroups), "there are at most 24 groups");
        int groups = marks.Max(m => 32 - System.Numerics.BitOperations.LeadingZeroCount(m.Groups));
        Require(tensors.PatternKeys.All(k => k < (ulong)GroupPatterns.Codes(groups)), "patterns are of known groups");
        Require(tensors.PatternRows.Length == tensors.PatternKeys.Length * stride, "there is a row per pattern");
        Require(tensors.ContextRows.Length == tensors.ContextKeys.Length * stride, "there is a row per context");
        Require(tensors.ContextKeys.All(key => IsContext(key, marks.Length, tensors.TokenHashes.Length + marks.Length)), "contexts are of known classes and words");
        Require(tensors.ContextKeys.Zip(tensors.ContextKeys.Skip(1)).All(pair => pair.First < pair.Second), "contexts ascend");
        Require(tensors.PairRows.Length == tensors.PairKeys.Length * stride, "there is a row per pair");
        Require(tensors.GramRows.Length == tensors.GramKeys.Length * stride, "there is a row per n-gram");
        Require(tensors.Bias.Length == labels && tensors.Bias.All(float.IsFinite), "there is a finite bias per label");
        Require(tensors.Pooling.Length == Pooling.Length(labels) && tensors.Pooling.All(float.IsFinite), "every label has finite weights of its views");
        Require(tensors.ContextKeys.Length == 0 || marks.Length <= ClassSet.Capacity, "a model with contexts has at most 256 classes");
        Require(tensors.ContextKeys.Length <= MaxContexts, "there are at most 200,000 contexts");
        Require(tensors.Scales.Length == 3 && tensors.Scales.All(s => float.IsFinite(s) && s >= 0), "there are three scales");
        Require(tensors.PatternKeys.Distinct().Count() == tensors.PatternKeys.Length, "a pattern stands once");
        CheckRows(tensors.SymbolRows, tensors.LeadSymbolRows, tensors.TermRows, tensors.LeadTermRows, tensors.PairRows, tensors.GramRows, tensors.PatternRows, tensors.ContextRows);
        CheckLexicon(marks, tensors);
    }

    private static bool IsContext(ulong key, int marks, int symbols)
    {
        (int symbol, _, int mark) = ContextTable.Parts(key);
        return mark < marks && key >> 17 < (ulong)symbols;
    }

    private static void CheckQuantiles(ModelInfo info)
    {
        Require(info.ConformalQuantiles.Count == info.Labels.Count, "every label has conformal quantiles");
        foreach (IReadOnlyList<double> quantiles in info.ConformalQuantiles)
        {
            Require(quantiles is { Count: ModelInfo.Quantiles }, "there are 101 conformal quantiles a label");
            double last = 0;
            foreach (double quantile in quantiles)
            {
                Require(quantile >= last && quantile <= 1, "conformal quantiles ascend from 0 to 1");
                last = quantile;
            }
        }
    }

    /// <summary>Holds the rows to the range in which the sums of the longest passage cannot overflow.</summary>
    private static void CheckRows(params ReadOnlySpan<short[]> tensors)
    {
        foreach (short[] rows in tensors)
        {
            Require(!rows.AsSpan().ContainsAnyExceptInRange((short)-ModelTensors.MaxQuantised, (short)ModelTensors.MaxQuantised), "weights have 13 bits and a sign");
        }
    }

    private static void CheckLexicon(Mark[] marks, ModelTensors tensors)
    {
        for (int i = 0; i < tensors.TermEdges.Length; i++)
        {
            Require((long)(tensors.TermEdges[i] >> 32) <= i, "edges of the term tree come after their parents");
            Require((uint)tensors.TermEdges[i] < (uint)tensors.TokenHashes.Length, "edges of the term tree name tokens");
        }

        ulong lastNode = 0;
        foreach (ulong term in tensors.Terms)
        {
            ulong node = term >> 32;
            Require(node >= lastNode && node > 0 && node <= (ulong)tensors.TermEdges.Length, "terms end at nodes, in order");
            Require(((term >> 8) & 0xFF_FFFF) < (ulong)marks.Length && (term & 0xFF) <= (ulong)TermCase.Upper, "terms name classes");
            lastNode = node;
        }
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ModelFormatException($"damaged model file: it breaks the rule that {rule}; get the file again or train anew");
        }
    }
}
