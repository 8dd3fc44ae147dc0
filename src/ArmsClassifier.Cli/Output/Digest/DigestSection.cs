namespace ArmsClassifier.Cli.Output;

/// <summary>The passages of one label: how many there are, and the surest of them. Of equally sure ones the first in the input stay.</summary>
/// <param name="label">The label.</param>
internal sealed class DigestSection(string label)
{
    /// <summary>How many passages a section shows at most.</summary>
    public const int MaxEntries = 200;

    private readonly PriorityQueue<DigestEntry, (double Probability, long NegativePlace)> _surest = new();

    /// <summary>The label.</summary>
    public string Label { get; } = label;

    /// <summary>How many passages have the label.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a passage in.</summary>
    public void Add(DigestEntry entry)
    {
        (double, long) rank = (entry.Result.Probability, -Count++);
        if (_surest.Count < MaxEntries)
        {
            _surest.Enqueue(entry, rank);
        }
        else
        {
            _surest.EnqueueDequeue(entry, rank);
        }
    }

    /// <summary>The surest passages, surest first; the section is empty after this.</summary>
    public IReadOnlyList<DigestEntry> Take()
    {
        var entries = new DigestEntry[_surest.Count];
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            entries[i] = _surest.Dequeue();
        }

        return entries;
    }
}
