using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>Settings of <see cref="WebReader"/>: what it may reach, how long it waits and how much it takes. The defaults are safe for addresses of others.</summary>
public sealed record WebOptions
{
    /// <summary>
    /// Whether addresses that are not of the public internet (loopback, private, link-local and the like) may be connected to. Default: false.
    /// </summary>
    public bool AllowPrivateNetwork { get; init; }

    /// <summary>Folder where copies are kept for conditional requests; made where it is missing. Default: null, no copies are kept.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether to read from <see cref="CacheFolder"/> alone and connect to nothing. Default: false.</summary>
    public bool Offline { get; init; }

    /// <summary>What the reader calls itself to servers. Default: the product's name and version.</summary>
    public string UserAgent { get; init; } = "ArmsClassifier/" + typeof(WebOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>How long one attempt may take with its redirects and its body, waiting for a turn not counted. Default: 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a body that are read as sent, before it is decompressed. Default: 10 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 10 << 20;

    /// <summary>Redirects that are followed from one address. Default: 3.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Attempts at one address in all, where a failure may pass. Default: 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Longest wait that a server may ask for before the next attempt; where it asks for more, that is an error. Default: 30 s.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests under way at once, to all hosts together. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Requests under way at once to one host. Default: 2.</summary>
    public int MaxConcurrencyPerHost { get; init; } = 2;

    /// <summary>Feeds of one list that are fetched; the rest of the list becomes one error. Default: 1000.</summary>
    public int MaxFeedsPerList { get; init; } = 1000;

    /// <summary>The clock that limits, waits and ages go by. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How a host name becomes addresses; another one in tests.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Which addresses are of the public internet; others in tests.</summary>
    internal Func<IPAddress, bool> IsPublic { get; init; } = AddressRules.IsPublic;

    /// <summary>Numbers from 0 to below 1 that scatter the waits, so that many readers do not come back at once.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
