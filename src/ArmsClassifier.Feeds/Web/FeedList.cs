using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>An OPML list of feeds: where it was named itself and there is a way to the web, its feeds are read in its place.</summary>
internal static class FeedList
{
    /// <summary>Reads the feeds that a list names.</summary>
    /// <param name="document">The list.</param>
    /// <param name="options">How documents are read; holds the way to the web.</param>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options)
    {
        DocumentSource source = document.Source;
        var troubles = new XmlTroubles();
        List<string> addresses = Addresses(document, troubles);
        if (!troubles.IsEmpty)
        {
            yield return troubles.ToWarning(source.Name, "well-formed XML");
        }

        foreach (DocumentItem item in Follow(source, addresses, options))
        {
            yield return item;
        }
    }

    /// <summary>The addresses in a list, in its order, each once.</summary>
    public static List<string> Addresses(OpenedDocument document, XmlTroubles troubles)
    {
        var elements = new XmlElements(document.OpenText(new LenientUtf8()), document.Source.Address, troubles);
        var addresses = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (elements.Read())
        {
            if (elements.Kind == XmlTokenKind.Start
                && elements.Element is { Name: "outline" }
                && elements.Attribute("xmlUrl")?.Trim() is { Length: > 0 } address
                && known.Add(address))
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    private static IEnumerable<DocumentItem> Follow(DocumentSource source, List<string> addresses, ReaderOptions options)
    {
        if (addresses.Count == 0)
        {
            return [InputError.Item(source.Name, 0, "a list that names no feed", "outlines with an xmlUrl", "check that it is the list that was meant")];
        }

        // Lists come from others: one inside an archive or another list was not asked for by anybody.
        return options.Web is { } web && source.Depth == 0 ? web.ReadList(source.Name, addresses, options) :
        [
            InputError.Item(
                source.Name,
                0,
                string.Create(CultureInfo.InvariantCulture, $"a list of feeds ({addresses.Count})"),
                "articles",
                "name the list itself, as a file or an address; lists in folders, archives and other lists are not followed"),
        ];
    }
}
