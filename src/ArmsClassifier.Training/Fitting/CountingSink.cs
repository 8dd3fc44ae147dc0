using System.Runtime.InteropServices;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>Counts the terms of a passage.</summary>
internal readonly struct CountingSink(Dictionary<Term, int> counts, bool wantsContexts) : IFeatureSink
{
    /// <inheritdoc/>
    public void Unit(int symbol, in Token first, int end, bool isLead) =>
        Count(symbol >= 0 ? new Term(isLead ? TermKind.LeadSymbol : TermKind.Symbol, (ulong)symbol) : new Term(TermKind.UnknownWord, first.Hash));

    /// <inheritdoc/>
    public void Pair(int left, int right, int start, int end) => Count(new Term(TermKind.Pair, LinearModel.PairKey(left, right)));

    /// <inheritdoc/>
    void IFeatureSink.Term(int mark, int start, int end, bool isLead) => Count(new Term(isLead ? TermKind.LeadConcept : TermKind.Concept, (ulong)mark));

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end) => Count(new Term(TermKind.Pattern, (ulong)code));

    /// <inheritdoc/>
    public bool WantsContexts => wantsContexts;

    /// <inheritdoc/>
    public void Context(ulong key, int start, int end) => counts.TryAdd(new Term(TermKind.Context, key), 1);

    private void Count(Term term) => CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
}
