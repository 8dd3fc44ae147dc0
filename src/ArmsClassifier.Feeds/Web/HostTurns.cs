using System.Collections.Concurrent;

namespace ArmsClassifier.Feeds;

/// <summary>Lets few requests through at once, and fewer to one host; a host that asked to be left alone is left alone. Thread-safe.</summary>
internal sealed class HostTurns(WebOptions options)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Host _all = new() { Turns = new SemaphoreSlim(options.MaxConcurrency) };

    /// <summary>Waits for a turn at a host; disposing the answer gives it back.</summary>
    /// <returns>The turn, or null where the host is not to be asked for longer than <see cref="WebOptions.MaxWait"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async ValueTask<IDisposable?> TakeAsync(string name, CancellationToken cancellation)
    {
        Host host = HostOf(name);
        await host.Turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Asked again after each wait: the host may have asked for more meanwhile.
            for (TimeSpan rest = Rest(host); rest > TimeSpan.Zero; rest = Rest(host))
            {
                if (rest > options.MaxWait)
                {
                    host.Turns.Release();
                    return null;
                }

                await Task.Delay(rest, options.Clock, cancellation).ConfigureAwait(false);
            }

            // Taken last, so that waiting for one host keeps nobody from another.
            await _all.Turns.WaitAsync(cancellation).ConfigureAwait(false);
            return new Turn(host, _all);
        }
        catch
        {
            host.Turns.Release();
            throw;
        }
    }

    /// <summary>How long a host is still to be left alone.</summary>
    public TimeSpan Rest(string name) => Rest(HostOf(name));

    /// <summary>Leaves a host alone for a time from now.</summary>
    public void Close(string name, TimeSpan time)
    {
        Host host = HostOf(name);
        lock (host)
        {
            DateTimeOffset opensAt = options.Clock.GetUtcNow() + time;
            host.OpensAt = opensAt > host.OpensAt ? opensAt : host.OpensAt;
        }
    }

    private Host HostOf(string name) => _hosts.GetOrAdd(name, _ => new Host { Turns = new SemaphoreSlim(options.MaxConcurrencyPerHost) });

    private TimeSpan Rest(Host host)
    {
        lock (host)
        {
            return host.OpensAt - options.Clock.GetUtcNow();
        }
    }

    // Never disposed: what is under way when all ends still gives its turns back.
    private sealed class Host
    {
        public required SemaphoreSlim Turns { get; init; }

        public DateTimeOffset OpensAt { get; set; }
    }

    private sealed class Turn(Host host, Host all) : IDisposable
    {
        public void Dispose()
        {
            all.Turns.Release();
            host.Turns.Release();
        }
    }
}
