namespace ArmsClassifier.Feeds;

/// <summary>What came of asking for an address: a document, a failure, or both where the document was cut short.</summary>
/// <param name="Document">The document or its beginning; null where nothing came.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
internal sealed record FetchOutcome(WebDocument? Document, WebFailure? Failure)
{
    /// <summary>A whole document.</summary>
    public static FetchOutcome Of(WebDocument document) => new(document, null);

    /// <summary>Nothing but a failure.</summary>
    public static FetchOutcome Of(WebFailure failure) => new(null, failure);
}
