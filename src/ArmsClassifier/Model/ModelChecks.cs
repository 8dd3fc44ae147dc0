using System.Numerics;
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
        int labels = info.Labels.Count;
        Require(labels is >= 2 and <= MaxLabels, "a model has 2 to 1,000 labels");
        Require(info.Labels.All(l => !string.IsNullOrEmpty(l)) && info.Labels.Distinct(StringComparer.Ordinal).Count() == labels, "labels differ");
        Require(info.LabelRoles.Count == labels, "every label has a role");
        Require(double.IsFinite(info.Temperature) && info.Temperature > 0, "the temperature is positive");
        Require(info.AlsoThreshold is >= 0 and <= 1, "the threshold for a second label is a probability");
        CheckPrior(info);
        CheckQuantiles(info);
        int stride = ModelTensors.Stride(labels);
        Require(marks.Length < ushort.MaxValue && marks.All(m => !string.IsNullOrEmpty(m.Name) && Enum.IsDefined(m.Kind)), "classes have names");
        Require(NumberMarks.BuiltIn.All(b => marks.Any(m => m.Name == b.Name && m.Kind == b.Kind)), "the built-in classes are present");
        Require(tensors.SymbolRows.Length == (tensors.TokenHashes.Length + marks.Length) * stride, "there is a row per symbol");
        Require(tensors.LeadSymbolRows.Length == tensors.SymbolRows.Length, "there is a first-sentence row per symbol");
        Require(tensors.TermRows.Length == marks.Length * stride, "there is a row per class");
        Require(tensors.LeadTermRows.Length == tensors.TermRows.Length, "there is a first-sentence row per class");
        CheckPatterns(marks, tensors.PatternKeys);
        Require(tensors.PatternRows.Length == tensors.PatternKeys.Length * stride, "there is a row per pattern");
        Require(tensors.ContextRows.Length == tensors.ContextKeys.Length * stride, "there is a row per context");
        CheckContexts(tensors.ContextKeys, marks.Length, tensors.TokenHashes.Length + marks.Length);
        Require(tensors.PairRows.Length == tensors.PairKeys.Length * stride, "there is a row per pair");
        Require(tensors.GramRows.Length == tensors.GramKeys.Length * stride, "there is a row per n-gram");
        Require(tensors.Bias.Length == labels && AreFinite(tensors.Bias), "there is a finite bias per label");
        Require(tensors.Pooling.Length == Pooling.Length(labels) && AreFinite(tensors.Pooling), "every label has finite weights of its views");
        Require(tensors.Scales.Length == 3 && AreFinite(tensors.Scales) && Array.TrueForAll(tensors.Scales, scale => scale >= 0), "there are three scales");
        CheckRows(tensors.SymbolRows, tensors.LeadSymbolRows, tensors.TermRows, tensors.LeadTermRows, tensors.PairRows, tensors.GramRows, tensors.PatternRows, tensors.ContextRows);
        CheckLexicon(marks, tensors);
    }

    private static void CheckPrior(ModelInfo info)
    {
        Require(info.Prior.Count == info.Labels.Count, "every label has a share of the assumed feed");
        double sum = 0;
        foreach (double share in info.Prior)
        {
            Require(share is > 0 and <= 1, "every label has a share of the assumed feed");
            sum += share;
        }

        Require(Math.Abs(sum - 1) < 1e-6, "the shares of the assumed feed sum to 1");
    }

    private static void CheckPatterns(Mark[] marks, ulong[] keys)
    {
        int groups = 0;
        foreach (Mark mark in marks)
        {
            groups = Math.Max(groups, 32 - BitOperations.LeadingZeroCount(mark.Groups));
        }

        Require(groups <= GroupPatterns.MaxGroups, "there are at most 24 groups");
        var seen = new bool[GroupPatterns.Codes(groups)];
        foreach (ulong key in keys)
        {
            Require(key < (ulong)seen.Length, "patterns are of known groups");
            Require(!seen[key], "a pattern stands once");
            seen[key] = true;
        }
    }

    private static void CheckContexts(ulong[] keys, int marks, int symbols)
    {
        Require(keys.Length <= MaxContexts, "there are at most 200,000 contexts");
        Require(keys.Length == 0 || marks <= ClassSet.Capacity, "a model with contexts has at most 256 classes");
        for (int i = 0; i < keys.Length; i++)
        {
            Require(ContextTable.Parts(keys[i]).Mark < marks && keys[i] >> 17 < (ulong)symbols, "contexts are of known classes and words");
            Require(i == 0 || keys[i - 1] < keys[i], "contexts ascend");
        }
    }

    private static bool AreFinite(float[] values) => Array.TrueForAll(values, float.IsFinite);

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
