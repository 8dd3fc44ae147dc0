namespace ArmsClassifier.Feeds;

/// <summary>Which kind of feed a document is.</summary>
/// <param name="Name">Name and version, for notes.</param>
/// <param name="IsAtom">Whether fields without a type are plain text.</param>
internal sealed record FeedKind(string Name, bool IsAtom)
{
    /// <summary>What its items are called.</summary>
    public string ItemName { get; private init; } = IsAtom ? "entry" : "item";

    /// <summary>Whether it lists addresses, whose articles are elsewhere.</summary>
    public bool IsList => ItemName is "url" or "sitemap";

    /// <summary>The kind that the first element of a feed tells, or null where it begins no feed.</summary>
    public static FeedKind? Of(XmlElements elements)
    {
        XmlElement root = elements.Element!;
        string version = elements.Attribute("version")?.Trim() ?? "";
        version = InputError.Excerpt(version.AsSpan(0, Math.Min(version.Length, 12)));
        return root.Name switch
        {
            "rss" => new FeedKind(version.Length == 0 ? "RSS" : $"RSS {version}", IsAtom: false),
            "rdf" => new FeedKind(IsBound(root, "netscape.com") ? "RSS 0.90" : "RSS 1.0", IsAtom: false),
            "feed" => new FeedKind(IsBound(root, "purl.org/atom/") || version == "0.3" ? "Atom 0.3" : "Atom 1.0", IsAtom: true),
            "entry" => new FeedKind("an Atom entry", IsAtom: true),
            "channel" when elements.Attribute("href") is not null || elements.Attribute("base") is not null => new FeedKind("CDF", IsAtom: false),
            "channel" => new FeedKind("RSS without its root", IsAtom: false),
            "item" => new FeedKind("RSS without its channel", IsAtom: false),
            "urlset" => new FeedKind("a sitemap", IsAtom: false) { ItemName = "url" },
            "sitemapindex" => new FeedKind("an index of sitemaps", IsAtom: false) { ItemName = "sitemap" },
            _ => null,
        };
    }

    private static bool IsBound(XmlElement root, string address)
    {
        foreach (string bound in root.Namespaces.Values)
        {
            if (bound.Contains(address, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
