using System.Runtime.CompilerServices;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads articles from feeds, pages and lists of feeds on the web, within the limits of <see cref="WebOptions"/>. What cannot be fetched
/// becomes one <see cref="InputError"/> in its place and reading goes on. Thread-safe; nothing is connected to before it is asked for.
/// </summary>
public sealed class WebReader : IDisposable
{
    private readonly WebOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<WebFetch> _fetch;

    /// <summary>Makes a reader, which loads what it needs for the network when it first needs it.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    public WebReader(WebOptions? options = null)
    {
        _options = options ?? new WebOptions();
        _fetch = new Lazy<WebFetch>(() => new WebFetch(_options));
    }

    /// <summary>Whether a word is an address and not a path: it begins with a scheme and <c>://</c>. It need not be one that can be read.</summary>
    public static bool IsAddress(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        int end = word.IndexOf("://", StringComparison.Ordinal);

        // One letter is a drive of Windows.
        return end > 1 && Uri.CheckSchemeName(word[..end]);
    }

    /// <summary>Reads the documents at some addresses; several are fetched at once, and what they hold is given in the order of the addresses.</summary>
    /// <param name="addresses">Addresses (http, https) of feeds, pages, or lists of feeds, whose feeds are then fetched.</param>
    /// <param name="readerOptions">How documents are read; null for the defaults.</param>
    /// <param name="cancellation">Ends reading.</param>
    /// <returns>Articles and errors; an address that cannot be read is one error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for, or the reader was disposed.</exception>
    public IAsyncEnumerable<DocumentItem> ReadAsync(
        IEnumerable<string> addresses, ReaderOptions? readerOptions = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return FetchAllAsync(addresses, (readerOptions ?? new ReaderOptions()) with { Web = this }, cancellation);
    }

    /// <summary>Ends all fetching and tidies the cache.</summary>
    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _stop.Cancel();
        if (_fetch.IsValueCreated)
        {
            _fetch.Value.Dispose();
        }

        _stop.Dispose();
    }

    /// <summary>Reads the feeds that a list names. A list named by a list is not followed.</summary>
    /// <param name="list">Name of the list, for errors.</param>
    /// <param name="feeds">The addresses that it names, in its order.</param>
    /// <param name="readerOptions">How the feeds are read.</param>
    internal IEnumerable<DocumentItem> ReadList(string list, IReadOnlyCollection<string> feeds, ReaderOptions readerOptions)
    {
        IEnumerable<string> first = feeds.Take(_options.MaxFeedsPerList);
        foreach (DocumentItem item in FetchAllAsync(first, readerOptions with { Web = null }, CancellationToken.None).ToBlockingEnumerable())
        {
            yield return item;
        }

        if (feeds.Count > _options.MaxFeedsPerList)
        {
            yield return InputError.Item(
                list, 0, $"{feeds.Count} feeds in one list", $"at most {_options.MaxFeedsPerList}", "the rest was left out; make several lists of it");
        }
    }

    private async IAsyncEnumerable<DocumentItem> FetchAllAsync(
        IEnumerable<string> addresses, ReaderOptions readerOptions, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        var ahead = new Queue<(string Address, Task<FetchOutcome> Fetch)>();
        using IEnumerator<string> next = addresses.GetEnumerator();
        try
        {
            while (true)
            {
                // Twice as many as are let through at once: one slow address keeps the others from nothing.
                while (ahead.Count < 2 * _options.MaxConcurrency && next.MoveNext())
                {
                    ahead.Enqueue((next.Current, _fetch.Value.FetchAsync(next.Current, stop.Token)));
                }

                if (ahead.Count == 0)
                {
                    break;
                }

                (string address, Task<FetchOutcome> fetch) = ahead.Dequeue();
                foreach (DocumentItem item in FetchedDocument.Read(address, await fetch.ConfigureAwait(false), readerOptions))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    yield return item;
                }
            }
        }
        finally
        {
            // Whoever stops taking items stops the fetches ahead too.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(ahead.Select(one => (Task)one.Fetch)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_fetch.IsValueCreated && _fetch.Value.Cache?.TakeTrouble() is { } trouble)
        {
            yield return new DocumentItem(trouble);
        }
    }
}
