using Polly;

namespace ArmsClassifier.Feeds;

/// <summary>Fetches documents: from the cache where it is still good, otherwise from the network, in as many attempts as are worth it. Thread-safe.</summary>
internal sealed class WebFetch : IDisposable
{
    private readonly WebOptions _options;
    private readonly WebConnection _connection;
    private readonly WebAttempt _attempt;
    private readonly ResiliencePipeline<FetchOutcome> _retries;

    /// <summary>Makes ready; nothing is connected to yet.</summary>
    public WebFetch(WebOptions options)
    {
        _options = options;
        _connection = new WebConnection(options);
        _attempt = new WebAttempt(options, _connection, new HostTurns(options));
        _retries = RetryPolicy.Create(options);
        Cache = options.CacheFolder is null ? null : new WebCache(options.CacheFolder, options.Clock);
    }

    /// <summary>The copies kept, or null.</summary>
    public WebCache? Cache { get; }

    /// <summary>Fetches one document.</summary>
    /// <param name="written">Its address as written.</param>
    /// <param name="cancellation">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<FetchOutcome> FetchAsync(string written, CancellationToken cancellation)
    {
        if (WebAddress.Parse(written, null, out WebFailure? failure) is not { } address)
        {
            return FetchOutcome.Of(failure!);
        }

        WebDocument? known = Cache?.Find(address);
        if (_options.Offline)
        {
            return known is not null
                ? FetchOutcome.Of(known)
                : FetchOutcome.Of(new WebFailure(
                    "no copy in the cache", "one, as nothing may be fetched", "read it once with the network allowed, and with the same cache"));
        }

        FetchOutcome outcome = await AttemptAsync(address, known, cancellation).ConfigureAwait(false);
        if (outcome is { Document: { } document, Failure: null })
        {
            Keep(address, document, isKnown: ReferenceEquals(document, known));
        }

        return outcome;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Cache?.Trim();
        _connection.Dispose();
    }

    private async Task<FetchOutcome> AttemptAsync(Uri address, WebDocument? known, CancellationToken cancellation)
    {
        // Of attempts that all broke off, the one that came furthest counts.
        WebDocument? longest = null;
        FetchOutcome last = await _retries.ExecuteAsync(
            async token =>
            {
                FetchOutcome outcome = await _attempt.RunAsync(address, known, token).ConfigureAwait(false);
                longest = outcome.Document?.Body.Length > (longest?.Body.Length ?? 0) ? outcome.Document : longest;
                return outcome;
            },
            cancellation).ConfigureAwait(false);
        return last.Failure is null ? last : last with { Document = longest };
    }

    private void Keep(Uri address, WebDocument document, bool isKnown)
    {
        if (isKnown)
        {
            Cache?.Touch(address);
        }
        else if (document.MayBeKept)
        {
            Cache?.Store(address, document);
        }
    }
}
