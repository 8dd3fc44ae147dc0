namespace ArmsClassifier.Feeds;

/// <summary>Why a document did not come, or did not come whole.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Cure">How to mend it.</param>
internal sealed record WebFailure(string Found, string Expected, string Cure)
{
    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asks to be left alone, or null where it says nothing of that.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The failure as the one error that a source gets for it.</summary>
    /// <param name="source">The address as it was asked for.</param>
    /// <param name="isPartRead">Whether articles were read from what came.</param>
    public DocumentItem ToItem(string source, bool isPartRead = false) =>
        InputError.Item(source, 0, Found, Expected, isPartRead ? $"the articles before that were read; {Cure}" : Cure);
}
