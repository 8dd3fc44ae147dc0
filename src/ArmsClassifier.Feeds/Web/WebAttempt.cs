using System.Net;
using System.Net.Http.Headers;

namespace ArmsClassifier.Feeds;

/// <summary>One attempt at an address: through its redirects to a document or a failure, within the time that an attempt has.</summary>
internal sealed class WebAttempt(WebOptions options, WebConnection connection, HostTurns turns)
{
    /// <summary>Makes the attempt.</summary>
    /// <param name="address">The address asked for.</param>
    /// <param name="known">The copy of its document in the cache, or null. It is the answer where the server says that it has not changed.</param>
    /// <param name="cancellation">Ends everything.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public async ValueTask<FetchOutcome> RunAsync(Uri address, WebDocument? known, CancellationToken cancellation)
    {
        List<Uri> visited = [address];
        TimeSpan left = options.Timeout;
        bool isFresh = false;
        while (true)
        {
            Uri at = visited[^1];
            using IDisposable? turn = await turns.TakeAsync(at.IdnHost, cancellation).ConfigureAwait(false);
            if (turn is null)
            {
                return FetchOutcome.Of(FailedAttempts.LeftAlone("a host that was asked too often", turns.Rest(at.IdnHost), options.Clock.GetUtcNow()));
            }

            // A validator is worth something only where it came from.
            WebDocument? copy = !isFresh && known?.Address == at ? known : null;
            long begun = options.Clock.GetTimestamp();
            using var timer = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.Clock);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
            try
            {
                using HttpResponseMessage response = await connection.SendAsync(at, copy, isFresh, limit.Token).ConfigureAwait(false);
                if (response.StatusCode == HttpStatusCode.NotModified && (copy is not null || !isFresh))
                {
                    if (copy is not null)
                    {
                        return FetchOutcome.Of(copy);
                    }

                    isFresh = true;
                }
                else if (!Redirects.IsRedirect(response.StatusCode))
                {
                    return await AnswerAsync(at, response, limit.Token, cancellation).ConfigureAwait(false);
                }
                else if (Redirects.Next(visited, Header(response.Headers, "Location"), options.MaxRedirects, out WebFailure? refusal) is { } next)
                {
                    visited.Add(next);
                }
                else
                {
                    return FetchOutcome.Of(refusal!);
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return FetchOutcome.Of(FailedAttempts.TimedOut(options.Timeout, 0));
            }
            catch (HttpRequestException failure)
            {
                return FetchOutcome.Of(FailedAttempts.Of(failure));
            }

            left -= options.Clock.GetElapsedTime(begun);
        }
    }

    private async Task<FetchOutcome> AnswerAsync(Uri at, HttpResponseMessage response, CancellationToken limit, CancellationToken cancellation)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
        {
            return FetchOutcome.Of(Refused(at, response));
        }

        HttpContentHeaders headers = response.Content.Headers;
        string? coding = Header(headers, "Content-Encoding");
        if (ContentCodings.Refuse(coding) is { } unknown)
        {
            return FetchOutcome.Of(unknown);
        }

        (ReadOnlyMemory<byte> body, WebFailure? cut) = await BodyReader.ReadAsync(response.Content, options, limit, cancellation).ConfigureAwait(false);
        if (body.IsEmpty)
        {
            return FetchOutcome.Of(
                cut ?? new WebFailure("an answer without content", "a feed, page or list", "open the address in a browser; run again later"));
        }

        var document = new WebDocument(at, body)
        {
            ContentType = Header(headers, "Content-Type"),
            ContentEncoding = coding,
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(headers, "Last-Modified"),
            MayBeKept = Header(response.Headers, "Cache-Control")?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true,
        };
        return new FetchOutcome(document, cut);
    }

    private WebFailure Refused(Uri at, HttpResponseMessage response)
    {
        WebFailure failure = FailedAttempts.Status(response.StatusCode, response.ReasonPhrase);
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            || RetryAfter(response.Headers.RetryAfter) is not { } time)
        {
            return failure;
        }

        turns.Close(at.IdnHost, time);
        return time > options.MaxWait ? FailedAttempts.LeftAlone(failure.Found, time, options.Clock.GetUtcNow()) : failure with { RetryAfter = time };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? time = header?.Delta ?? header?.Date - options.Clock.GetUtcNow();
        return time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }

    // As sent, well formed or not.
    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? string.Join(", ", values) : null;
}
