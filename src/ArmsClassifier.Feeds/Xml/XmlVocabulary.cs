using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Short names for the namespaces of feeds, each known by its address in any of the spellings that occur, or else by the prefix that is usual
/// for it. The elements of RSS and Atom have the short name <see cref="Core"/>: no element of both means two things.
/// </summary>
internal static class XmlVocabulary
{
    /// <summary>Elements of RSS, Atom, OPML and sitemaps, in whatever namespace or in none.</summary>
    public const string Core = "";

    /// <summary>Elements of XHTML.</summary>
    public const string Html = "xhtml";

    /// <summary>Elements of a vocabulary that feeds do not have.</summary>
    public const string Other = "?";

    private const int MaxAddressChars = 200;

    /// <summary>Addresses in lower case, without scheme and without slash or hash at the end.</summary>
    private static readonly FrozenDictionary<string, string> s_addresses = new Dictionary<string, string>
    {
        ["my.netscape.com/rdf/simple/0.9"] = Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Core,
        ["channel.netscape.com/rdf/simple/0.9"] = Core,
        ["purl.org/rss/1.0"] = Core,
        ["purl.org/rss/2.0"] = Core,
        ["purl.org/net/rss1.1"] = Core,
        ["backend.userland.com/rss"] = Core,
        ["backend.userland.com/rss2"] = Core,
        ["backend.userland.com/rss091"] = Core,
        ["backend.userland.com/rss092"] = Core,
        ["backend.userland.com/rss2-news"] = Core,
        ["blogs.law.harvard.edu/tech/rss"] = Core,
        ["cyber.law.harvard.edu/rss"] = Core,
        ["www.rssboard.org/rss-specification"] = Core,
        ["www.w3.org/2005/atom"] = Core,
        ["purl.org/atom/ns"] = Core,
        ["purl.org/atom/0.2"] = Core,
        ["example.com/newformat"] = Core,
        ["www.sitemaps.org/schemas/sitemap/0.9"] = Core,
        ["www.sitemaps.org/schemas/sitemap/0.84"] = Core,
        ["www.google.com/schemas/sitemap/0.9"] = Core,
        ["www.google.com/schemas/sitemap/0.84"] = Core,
        ["www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["www.google.com/schemas/sitemap-image/1.1"] = "image",
        ["www.google.com/schemas/sitemap-video/1.1"] = "video",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/metadata/dublin_core"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["purl.org/rss/1.0/modules/dcterms"] = "dcterms",
        ["search.yahoo.com/mrss"] = "media",
        ["www.rssboard.org/media-rss"] = "media",
        ["search.yahoo.com/mrss/rss.xml"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["www.pheedo.com/namespace/pheedo"] = "pheedo",
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = "rdf",
        ["www.w3.org/1999/xhtml"] = Html,
        ["www.w3.org/xml/1998/namespace"] = "xml",
        ["purl.org/rss/1.0/modules/slash"] = "slash",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["purl.org/rss/1.0/modules/link"] = "l",
        ["wellformedweb.org/commentapi"] = "wfw",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Prefixes that are taken at their word where their namespace is not known or not declared.</summary>
    private static readonly FrozenDictionary<string, string> s_prefixes = new Dictionary<string, string>
    {
        ["rss"] = Core,
        ["atom"] = Core,
        ["atom03"] = Core,
        ["atom10"] = Core,
        ["a10"] = Core,
        ["opml"] = Core,
        ["sitemap"] = Core,
        ["sm"] = Core,
        ["news"] = "news",
        ["n"] = "news",
        ["content"] = "content",
        ["dc"] = "dc",
        ["dcterms"] = "dcterms",
        ["dct"] = "dcterms",
        ["media"] = "media",
        ["itunes"] = "itunes",
        ["feedburner"] = "feedburner",
        ["pheedo"] = "pheedo",
        ["rdf"] = "rdf",
        ["xhtml"] = Html,
        ["html"] = Html,
        ["xml"] = "xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The short name of a namespace.</summary>
    /// <param name="prefix">The prefix in lower case; empty where there is none.</param>
    /// <param name="address">The address that the prefix is bound to, or null where it is bound to none.</param>
    public static string Of(string prefix, string? address) =>
        OfAddress(address) ?? (prefix.Length == 0 ? Core : s_prefixes.GetValueOrDefault(prefix, prefix));

    /// <summary>The short name of the namespace with an address, or null where it is not known.</summary>
    public static string? OfAddress(string? address) =>
        address is { Length: > 0 and <= MaxAddressChars } ? s_addresses.GetValueOrDefault(Normal(address)) : null;

    private static string Normal(string address)
    {
        string lower = address.Trim().ToLowerInvariant();
        int scheme = lower.IndexOf("://", StringComparison.Ordinal);
        return lower[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/', '#');
    }
}
