using ArmsClassifier.Features;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>Takes the features and does nothing with them, so that what remains is the cost of finding them.</summary>
internal readonly struct IdleSink : IFeatureSink
{
    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead)
    {
    }

    /// <inheritdoc/>
    public void Units(in UnitRun units, bool isLead)
    {
    }

    /// <inheritdoc/>
    public void Context(int row, ulong key, in UnitRun units, int first, int last)
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
}
