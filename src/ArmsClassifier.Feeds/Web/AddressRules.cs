using System.Net;
using System.Net.Sockets;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Tells addresses of the public internet from all others, by the registries of special-purpose addresses (IANA; RFC 6890). Addresses
/// that carry an IPv4 address inside (mapped, NAT64, 6to4, ISATAP) are judged by that too.
/// </summary>
internal static class AddressRules
{
    private static readonly IPNetwork[] s_notPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // Global unicast is 2000::/3 alone; these parts of it are Teredo and other protocols' own, or for documents.
    private static readonly IPNetwork s_unicast6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] s_notPublic6 = Networks("2001::/23", "2001:db8::/32", "3fff::/20");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !IsIn(s_notPublic4, address);
        }

        byte[] bytes = address.GetAddressBytes();
        var bare = new IPAddress(bytes);
        if (s_nat64.Contains(bare))
        {
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        }

        if (!s_unicast6.Contains(bare) || IsIn(s_notPublic6, bare))
        {
            return false;
        }

        return !(s_sixToFour.Contains(bare) && !IsPublic(new IPAddress(bytes.AsSpan(2, 4))))
            && !(IsIsatap(bytes) && !IsPublic(new IPAddress(bytes.AsSpan(12, 4))));
    }

    private static bool IsIsatap(ReadOnlySpan<byte> bytes) => bytes[8..12] is [0x00 or 0x02, 0x00, 0x5E, 0xFE];

    private static bool IsIn(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, network => IPNetwork.Parse(network));
}
