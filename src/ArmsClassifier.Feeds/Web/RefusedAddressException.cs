using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>A host has an address that is not of the public internet, and such are not allowed.</summary>
internal sealed class RefusedAddressException(string host, IPAddress address) : Exception($"{host} is {address}")
{
    /// <summary>The host as asked for.</summary>
    public string Host => host;

    /// <summary>The first of its addresses that is refused.</summary>
    public IPAddress Address => address;
}
