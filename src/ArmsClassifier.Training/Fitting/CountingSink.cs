using System.Runtime.InteropServices;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Counts the terms of a passage that have features under the settings; contexts count once a sentence.</summary>
internal struct CountingSink(byte[] text, Dictionary<Term, int> counts, TrainingSettings settings) : IFeatureSink
{
    /// <summary>The number of sentences so far.</summary>
    public int Sentences;

    private readonly HashSet<Term> _contexts = [];
    private readonly bool _hasPairs = settings.PairWeight > 0;
    private readonly bool _hasGrams = settings.GramWeight > 0;

    /// <inheritdoc/>
    public readonly void Units(in UnitRun units, bool isLead)
    {
        for (int i = 0; i < units.Count; i++)
        {
            int symbol = units.Symbols[i];
            if (symbol >= 0)
            {
                Count(new Term(isLead ? TermKind.LeadSymbol : TermKind.Symbol, (ulong)symbol));
            }
            else if (_hasGrams)
            {
                Count(new Term(TermKind.UnknownWord, TokenHash.Of(text, units.Start(i), units.End(i) - units.Start(i))));
            }

            if (_hasPairs && i > 0 && units.Symbols[i - 1] >= 0 && symbol >= 0)
            {
                Count(new Term(TermKind.Pair, LinearModel.PairKey(units.Symbols[i - 1], symbol)));
            }
        }
    }

    /// <inheritdoc/>
    readonly void IFeatureSink.Term(int mark, int start, int end, bool isLead) => Count(new Term(isLead ? TermKind.LeadConcept : TermKind.Concept, (ulong)mark));

    /// <inheritdoc/>
    public readonly void Pattern(int code, int start, int end) => Count(new Term(TermKind.Pattern, (ulong)code));

    /// <inheritdoc/>
    public readonly void Context(int row, ulong key, in UnitRun units, int first, int last)
    {
        var context = new Term(TermKind.Context, key);
        if (_contexts.Add(context))
        {
            Count(context);
        }
    }

    /// <inheritdoc/>
    public void EndSentence()
    {
        _contexts.Clear();
        Sentences++;
    }

    private readonly void Count(Term term) => CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
}
