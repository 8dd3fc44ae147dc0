using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

/// <summary>Writes down what an extractor reports, in order; its names are those of the symbols and classes.</summary>
internal readonly struct FeatureLog(Func<int, string> symbols, Func<int, string> marks) : IFeatureSink
{
    /// <summary>The units by sentence, with the sentence's place.</summary>
    public List<string> Units { get; } = [];

    /// <summary>The terms.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>The contexts.</summary>
    public List<string> Contexts { get; } = [];

    /// <summary>The rows and keys of the contexts.</summary>
    public List<(int Row, ulong Key)> Rows { get; } = [];

    /// <summary>The patterns.</summary>
    public List<(int Code, int Start, int End)> Patterns { get; } = [];

    /// <summary>The number of contexts at the end of each sentence.</summary>
    public List<int> SentenceEnds { get; } = [];

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead) => Terms.Add($"{marks(mark)} {start}-{end}{(isLead ? " lead" : "")}");

    /// <inheritdoc/>
    public void Context(int row, ulong key, in UnitRun units, int first, int last)
    {
        (int symbol, bool isAfter, int mark) = ContextTable.Parts(key);
        string span = $"{units.Start(first)}-{units.End(last)}";
        Contexts.Add(isAfter ? $"{symbols(symbol)} > {marks(mark)} {span}" : $"{marks(mark)} > {symbols(symbol)} {span}");
        Rows.Add((row, key));
    }

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end) => Patterns.Add((code, start, end));

    /// <inheritdoc/>
    public void EndSentence() => SentenceEnds.Add(Contexts.Count);

    /// <inheritdoc/>
    void IFeatureSink.Units(in UnitRun units, bool isLead)
    {
        var written = new List<string>();
        for (int i = 0; i < units.Count; i++)
        {
            written.Add($"{symbols(units.Symbols[i])} {units.Start(i)}-{units.End(i)}");
        }

        Units.Add((isLead ? "lead: " : "") + string.Join(", ", written));
    }
}
