using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Benchmarks;

/// <summary>Takes the features and does nothing with them, so that what remains is the cost of finding them.</summary>
internal readonly struct IdleSink : IFeatureSink
{
    /// <inheritdoc/>
    public void Unit(int symbol, in Token first, int end, bool isLead)
    {
    }

    /// <inheritdoc/>
    public void Pair(int left, int right, int start, int end)
    {
    }

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead)
    {
    }

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end)
    {
    }

    /// <inheritdoc/>
    public bool WantsContexts => true;

    /// <inheritdoc/>
    public void Context(ulong key, int start, int end)
    {
    }
}
