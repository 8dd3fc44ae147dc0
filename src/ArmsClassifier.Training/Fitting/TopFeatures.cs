using ArmsClassifier.Features;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Finds the features that decide most, and says them in words.</summary>
internal sealed class TopFeatures(LexiconBuilder lexicon, FeatureSpace space, double[] weights, TrainingSettings settings)
{
    private const int PerLabel = 25;

    private readonly string[] _groups = [.. settings.Groups.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The features that speak most for each label. Character n-grams, of which only hashes are known, are left out.</summary>
    public SortedDictionary<string, IReadOnlyList<NamedWeight>> ByLabel(IReadOnlyList<string> labels)
    {
        var top = new SortedDictionary<string, IReadOnlyList<NamedWeight>>(StringComparer.Ordinal);
        for (int label = 0; label < labels.Count; label++)
        {
            top[labels[label]] = [.. Enumerable.Range(0, space.Features.Length).Where(i => space.Features[i].Kind != FeatureKind.Gram)
                .OrderByDescending(i => Weight(i, label)).ThenBy(i => i).Take(PerLabel).Select(i => new NamedWeight(Name(space.Features[i]), Weight(i, label)))];
        }

        return top;

        double Weight(int feature, int label) => weights[(feature * labels.Count) + label] * space.ValueOf(feature);
    }

    private string Name(Feature feature) => feature.Kind switch
    {
        FeatureKind.Word => Symbol((int)feature.Key),
        FeatureKind.Pair => $"{Symbol((int)(feature.Key >> 32) - 1)} {Symbol((int)(uint)feature.Key - 1)}",
        FeatureKind.Concept => $"concept {Mark((int)feature.Key)}",
        FeatureKind.LeadConcept => $"concept {Mark((int)feature.Key)} in the first sentence",
        FeatureKind.Context => Context(feature.Key),
        _ => GroupPatterns.Describe((int)feature.Key, _groups),
    };

    private string Context(ulong key)
    {
        (int symbol, bool isAfter, int mark) = ContextTable.Parts(key);
        return !isAfter ? $"{Mark(mark)}, then {Symbol(symbol)}" : $"{Symbol(symbol)}, then {Mark(mark)}";
    }

    private string Symbol(int symbol) => symbol < lexicon.Words.Length ? $"\u201c{lexicon.Words[symbol]}\u201d" : $"<{Mark(symbol - lexicon.Words.Length)}>";

    private string Mark(int mark) => lexicon.Lexicon.Marks[mark].Name;
}
