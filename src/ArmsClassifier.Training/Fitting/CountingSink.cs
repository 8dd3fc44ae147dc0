using System.Runtime.InteropServices;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Counts the terms of a passage; contexts count once a sentence.</summary>
internal struct CountingSink(byte[] text, Dictionary<Term, int> counts) : IFeatureSink
{
    /// <summary>The number of sentences so far.</summary>
    public int Sentences;

    private readonly HashSet<Term> _contexts = [];

    /// <inheritdoc/>
    public readonly void Expect(ReadOnlySpan<int> tokens)
    {
    }

    /// <inheritdoc/>
    public readonly void Units(ReadOnlySpan<Unit> units, bool isLead)
    {
        for (int i = 0; i < units.Length; i++)
        {
            Unit unit = units[i];
            Count(unit.Symbol >= 0
                ? new Term(isLead ? TermKind.LeadSymbol : TermKind.Symbol, (ulong)unit.Symbol)
                : new Term(TermKind.UnknownWord, TokenHash.Of(text, unit.Start, unit.End - unit.Start)));
            if (i > 0 && units[i - 1].Symbol >= 0 && unit.Symbol >= 0)
            {
                Count(new Term(TermKind.Pair, LinearModel.PairKey(units[i - 1].Symbol, unit.Symbol)));
            }
        }
    }

    /// <inheritdoc/>
    readonly void IFeatureSink.Term(int mark, int start, int end, bool isLead) => Count(new Term(isLead ? TermKind.LeadConcept : TermKind.Concept, (ulong)mark));

    /// <inheritdoc/>
    public readonly void Pattern(int code, int start, int end) => Count(new Term(TermKind.Pattern, (ulong)code));

    /// <inheritdoc/>
    public readonly void Context(in Unit word, bool isAfter, int mark, int start, int end)
    {
        var context = new Term(TermKind.Context, ContextTable.Key(word.Symbol, isAfter, mark));
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
