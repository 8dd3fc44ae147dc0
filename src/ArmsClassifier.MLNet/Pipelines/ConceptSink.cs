using System.Text;
using ArmsClassifier.Features;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>Writes the names of the classes that a passage names, those of the first sentence twice: once as such.</summary>
internal readonly struct ConceptSink(Lexicon lexicon) : IFeatureSink
{
    /// <summary>What stands before the name of a class of the first sentence.</summary>
    private const string LeadPrefix = "lead:";

    private readonly StringBuilder _names = new();

    /// <summary>The names, with blanks between.</summary>
    public override string ToString() => _names.ToString();

    /// <inheritdoc/>
    public void Expect(ReadOnlySpan<int> tokens)
    {
    }

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead) => Write(mark, isLead);

    /// <inheritdoc/>
    public void Units(ReadOnlySpan<Unit> units, bool isLead)
    {
        foreach (ref readonly Unit unit in units)
        {
            if (unit.Symbol >= lexicon.TokenCount)
            {
                Write(unit.Symbol - lexicon.TokenCount, isLead);
                continue;
            }

            foreach (ushort mark in unit.Symbol >= 0 ? lexicon.ImpliedConcepts(unit.Symbol) : [])
            {
                Write(mark, isLead);
            }
        }
    }

    /// <inheritdoc/>
    public void Context(in Unit word, bool isAfter, int mark, int start, int end)
    {
    }

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end)
    {
    }

    /// <inheritdoc/>
    public void EndSentence()
    {
    }

    private void Write(int mark, bool isLead)
    {
        string name = lexicon.Marks[mark].Name;
        _names.Append(_names.Length > 0 ? " " : "").Append(name);
        if (isLead)
        {
            _names.Append(' ').Append(LeadPrefix).Append(name);
        }
    }
}
