using System.Net;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>Sends single requests: no cookies, no passwords, no proxy, no redirects followed, nothing decompressed.</summary>
internal sealed class WebConnection(WebOptions options) : IDisposable
{
    private const int MaxHeaderKilobytes = 64;
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
        + "application/json;q=0.8, text/html;q=0.7, */*;q=0.1";

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        ConnectCallback = (context, cancellation) => new CheckedConnector(options).ConnectAsync(context, cancellation),
        ConnectTimeout = options.Timeout,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        Credentials = null,

        // Behind a proxy it would be the proxy's business which addresses are connected to.
        UseProxy = false,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        MaxResponseDrainSize = 0,

        // Where it is not ASCII, as it should be, it is UTF-8 most of the time.
        ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Asks for an address; the answer's body is yet to be read.</summary>
    /// <param name="address">The address.</param>
    /// <param name="known">A copy to ask for changes of, or null to ask for the document.</param>
    /// <param name="isFresh">Whether caches on the way must not answer.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    public async Task<HttpResponseMessage> SendAsync(Uri address, WebDocument? known, bool isFresh, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Add(request, "User-Agent", options.UserAgent);
        Add(request, "Accept", Accept);
        Add(request, "Accept-Encoding", ContentCodings.Accepted);
        Add(request, "If-None-Match", known?.ETag);
        Add(request, "If-Modified-Since", known?.LastModified);
        Add(request, "Cache-Control", isFresh ? "no-cache" : null);
        return await _invoker.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    // Servers give entity tags that are not well formed, and want them back as they were.
    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
