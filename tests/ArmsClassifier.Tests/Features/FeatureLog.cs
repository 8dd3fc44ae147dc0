using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

/// <summary>Writes down what an extractor reports, in order; its names are those of the symbols and classes.</summary>
internal readonly struct FeatureLog(Func<int, string> symbols, Func<int, string> marks) : IFeatureSink
{
    /// <summary>The tokens that were told beforehand.</summary>
    public List<int> Expected { get; } = [];

    /// <summary>The units by sentence, with the sentence's place.</summary>
    public List<string> Units { get; } = [];

    /// <summary>The terms.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>The contexts.</summary>
    public List<string> Contexts { get; } = [];

    /// <summary>The patterns.</summary>
    public List<(int Code, int Start, int End)> Patterns { get; } = [];

    /// <summary>The number of contexts at the end of each sentence.</summary>
    public List<int> SentenceEnds { get; } = [];

    /// <inheritdoc/>
    public void Expect(ReadOnlySpan<int> tokens) => Expected.AddRange(tokens);

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead) => Terms.Add($"{marks(mark)} {start}-{end}{(isLead ? " lead" : "")}");

    /// <inheritdoc/>
    public void Context(in Unit word, bool isAfter, int mark, int start, int end) =>
        Contexts.Add(isAfter ? $"{symbols(word.Symbol)} > {marks(mark)} {start}-{end}" : $"{marks(mark)} > {symbols(word.Symbol)} {start}-{end}");

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end) => Patterns.Add((code, start, end));

    /// <inheritdoc/>
    public void EndSentence() => SentenceEnds.Add(Contexts.Count);

    /// <inheritdoc/>
    void IFeatureSink.Units(ReadOnlySpan<Unit> units, bool isLead)
    {
        var written = new List<string>();
        foreach (Unit unit in units)
        {
            written.Add($"{symbols(unit.Symbol)} {unit.Start}-{unit.End}");
        }

        Units.Add((isLead ? "lead: " : "") + string.Join(", ", written));
    }
}
