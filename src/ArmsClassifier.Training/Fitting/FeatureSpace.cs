using ArmsClassifier.Features;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// The weights that training fits, and how much of each a term carries: a known word carries its own weight, those of the character
/// n-grams inside it and of its concepts. Values are inverse document frequencies times the weight of
/// their kind; patterns and contexts have the weight alone.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<Feature, int> _index = [];
    private readonly float[] _values;

    private FeatureSpace(TermCounts counts, LexiconBuilder lexicon, IReadOnlyDictionary<ulong, string> unknownWords, TrainingSettings settings)
    {
        Feature[][] ofTerm = [.. counts.Terms.Select(t => FeaturesOf(t, lexicon, unknownWords, settings))];
        Dictionary<Feature, int> passagesWith = CountPassages(counts, ofTerm);
        Feature[] kept = [.. passagesWith.Where(p => p.Value >= MinPassages(p.Key.Kind, settings)).Select(p => p.Key).Order()];
        _values = new float[kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            _index[kept[i]] = i;
            double rarity = kept[i].Kind is FeatureKind.Pattern or FeatureKind.Context ? 1 : Math.Log((1.0 + counts.Passages.Length) / (1 + passagesWith[kept[i]])) + 1;
            _values[i] = (float)(rarity * GroupWeight(kept[i].Kind, settings));
        }

        Features = kept;
        TermRows = Array.ConvertAll(ofTerm, Row);
    }

    /// <summary>The features, ordered.</summary>
    public Feature[] Features { get; }

    /// <summary>The features that each term of the training text carries, with their values.</summary>
    public List<(int Feature, float Value)>[] TermRows { get; }

    /// <summary>The value of a feature where it occurs once.</summary>
    public float ValueOf(int feature) => _values[feature];

    /// <summary>Chooses the features of a training set.</summary>
    public static FeatureSpace Build(TermCounts counts, LexiconBuilder lexicon, IReadOnlyDictionary<ulong, string> unknownWords, TrainingSettings settings) =>
        new(counts, lexicon, unknownWords, settings);

    /// <summary>The features that a term carries, with their values; features that were not kept are left out.</summary>
    public List<(int Feature, float Value)> Row(IEnumerable<Feature> features)
    {
        var row = new SortedDictionary<int, float>();
        foreach (Feature feature in features)
        {
            if (_index.TryGetValue(feature, out int at))
            {
                row[at] = row.GetValueOrDefault(at) + _values[at];
            }
        }

        return [.. row.Select(r => (r.Key, r.Value))];
    }

    /// <summary>All features that a term could carry.</summary>
    public static Feature[] FeaturesOf(Term term, LexiconBuilder lexicon, IReadOnlyDictionary<ulong, string> unknownWords, TrainingSettings settings)
    {
        switch (term.Kind)
        {
            case TermKind.Symbol when (int)term.Key < lexicon.Words.Length:
                string word = lexicon.Words[(int)term.Key];
                return [new Feature(FeatureKind.Word, term.Key), .. Grams(word, settings), .. Concepts((int)term.Key, lexicon.Lexicon, FeatureKind.Concept)];
            case TermKind.Symbol:
                return [new Feature(FeatureKind.Word, term.Key)];
            case TermKind.LeadSymbol when (int)term.Key < lexicon.Words.Length:
                return [.. FeaturesOf(new Term(TermKind.Symbol, term.Key), lexicon, unknownWords, settings), .. Concepts((int)term.Key, lexicon.Lexicon, FeatureKind.LeadConcept)];
            case TermKind.LeadSymbol:
                return [new Feature(FeatureKind.Word, term.Key)];
            case TermKind.UnknownWord:
                return Grams(unknownWords[term.Key], settings);
            case TermKind.Pair:
                return [new Feature(FeatureKind.Pair, term.Key)];
            case TermKind.LeadConcept:
                return [new Feature(FeatureKind.Concept, term.Key), new Feature(FeatureKind.LeadConcept, term.Key)];
            case TermKind.Pattern:
                return [new Feature(FeatureKind.Pattern, term.Key)];
            case TermKind.Context:
                return [new Feature(FeatureKind.Context, term.Key)];
            default:
                return [new Feature(FeatureKind.Concept, term.Key)];
        }
    }

    private static Feature[] Grams(string word, TrainingSettings settings)
    {
        if (settings.GramWeight <= 0)
        {
            return [];
        }

        Span<byte> bytes = stackalloc byte[WordGrams.MaxWordBytes];
        int length = Math.Min(word.Length, bytes.Length);
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)word[i];
        }

        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        int count = WordGrams.Write(bytes[..length], keys);
        return [.. keys[..count].ToArray().Select(k => new Feature(FeatureKind.Gram, k))];
    }

    private static IEnumerable<Feature> Concepts(int token, Lexicon lexicon, FeatureKind kind) =>
        lexicon.ImpliedConcepts(token).ToArray().Select(mark => new Feature(kind, mark));

    private static Dictionary<Feature, int> CountPassages(TermCounts counts, Feature[][] ofTerm)
    {
        var passagesWith = new Dictionary<Feature, int>();
        var seen = new HashSet<Feature>();
        foreach ((int Term, int Count)[] passage in counts.Passages)
        {
            seen.Clear();
            foreach ((int term, _) in passage)
            {
                seen.UnionWith(ofTerm[term]);
            }

            foreach (Feature feature in seen)
            {
                passagesWith[feature] = passagesWith.GetValueOrDefault(feature) + 1;
            }
        }

        return passagesWith;
    }

    private static int MinPassages(FeatureKind kind, TrainingSettings settings) => kind switch
    {
        FeatureKind.Gram => settings.MinGramPassages,
        FeatureKind.Pair => settings.MinPairPassages,
        FeatureKind.Pattern => settings.MinPatternPassages,
        FeatureKind.Context => settings.MinContextPassages,
        _ => settings.MinWordPassages,
    };

    private static double GroupWeight(FeatureKind kind, TrainingSettings settings) => kind switch
    {
        FeatureKind.Gram => settings.GramWeight,
        FeatureKind.Concept => settings.ConceptWeight,
        FeatureKind.LeadConcept => settings.LeadConceptWeight,
        FeatureKind.Pair => settings.PairWeight,
        FeatureKind.Pattern => settings.PatternWeight,
        FeatureKind.Context => settings.ContextWeight,
        _ => 1,
    };
}
