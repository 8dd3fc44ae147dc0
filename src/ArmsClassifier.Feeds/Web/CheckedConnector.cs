using System.Net;
using System.Net.Sockets;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Opens connections. A host name is resolved here, once, and what is connected to is exactly what was checked, so that a name that
/// changes its addresses between check and use gains nothing.
/// </summary>
internal sealed class CheckedConnector(WebOptions options)
{
    // Where a host has several addresses, one that does not answer leaves time for the next.
    private static readonly TimeSpan s_limitPerAddress = TimeSpan.FromSeconds(3);

    /// <summary>Connects to the host of a request.</summary>
    /// <exception cref="RefusedAddressException">The host has an address that is not public; no address of it was connected to.</exception>
    /// <exception cref="SocketException">The host has no address, or none that answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        (string host, int port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal)
            ? [literal]
            : await ResolveAsync(host, cancellation).ConfigureAwait(false);
        if (!options.AllowPrivateNetwork && Array.Find(addresses, address => !options.IsPublic(address)) is { } refused)
        {
            throw new RefusedAddressException(host, refused);
        }

        var failure = new SocketException((int)SocketError.HostNotFound);
        for (int i = 0; i < addresses.Length; i++)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(addresses[i], port), isLast: i == addresses.Length - 1, cancellation).ConfigureAwait(false);
            }
            catch (SocketException refusal)
            {
                failure = refusal;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                failure = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw failure;
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await options.Resolve(host, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // A name that no name server would be asked for, such as one of 300 letters.
            throw new SocketException((int)SocketError.HostNotFound);
        }
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint end, bool isLast, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!isLast)
        {
            limit.CancelAfter(s_limitPerAddress);
        }

        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, limit.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
