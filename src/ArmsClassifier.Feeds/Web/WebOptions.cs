using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Settings of <see cref="WebReader"/>: what it may reach, how long it waits and how much it takes. The defaults are safe for addresses of others.
/// </summary>
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
    /// <exception cref="ArgumentException">The value is empty or not printable ASCII.</exception>
    public string UserAgent
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException("The name is not printable ASCII.", nameof(value));
            }

            field = value;
        }
    } = "ArmsClassifier/" + typeof(WebOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>How long one attempt may take with its redirects and its body, waiting for a turn not counted. Default: 10 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above zero, or above a day.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            Check(value, TimeSpan.FromMilliseconds(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a body that are read as sent, before it is decompressed. Default: 10 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 KiB or above 512 MiB.</exception>
    public int MaxBodyBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1 << 10);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512 << 20);
            field = value;
        }
    } = 10 << 20;

    /// <summary>Redirects that are followed from one address. Default: 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRedirects
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 3;

    /// <summary>Attempts at one address in all, where a failure may pass. Default: 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 3;

    /// <summary>Longest wait that a server may ask for before the next attempt; where it asks for more, that is an error. Default: 30 s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or above a day.</exception>
    public TimeSpan MaxWait
    {
        get;
        init
        {
            Check(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>Requests under way at once, to all hosts together. Default: 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxConcurrency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 8;

    /// <summary>Requests under way at once to one host. Default: 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxConcurrencyPerHost
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    /// <summary>Feeds of one list that are fetched; the rest of the list becomes one error. Default: 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxFeedsPerList
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1000;

    /// <summary>The clock that limits, waits and ages go by. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How a host name becomes addresses; another one in tests.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Which addresses are of the public internet; others in tests.</summary>
    internal Func<IPAddress, bool> IsPublic { get; init; } = AddressRules.IsPublic;

    /// <summary>Numbers from 0 to below 1 that scatter the waits, so that many readers do not come back at once.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    private static void Check(TimeSpan value, TimeSpan least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
    }
}
