namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads lists of addresses: the feeds of OPML, the pages of a sitemap, the sitemaps of an index. Broken XML gives what can be read.
/// </summary>
public static class AddressList
{
    private const int MaxFieldChars = 8192;

    /// <summary>The addresses of a list in order; those that are no http or https address are left out.</summary>
    /// <param name="stream">The list in any charset. It need not be seekable and is left open.</param>
    /// <param name="source">Name of the list.</param>
    /// <param name="address">Where the list was fetched from, for relative addresses; null where that is not known.</param>
    /// <returns>The addresses; none where the stream holds no list.</returns>
    public static IEnumerable<ListedAddress> Read(Stream stream, string source, Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        var elements = new XmlElements(
            OpenedDocument.Open(new DocumentSource(stream, source) { Address = address }).OpenText(new LenientUtf8()), address, new XmlTroubles());
        return Read(elements);
    }

    private static IEnumerable<ListedAddress> Read(XmlElements elements)
    {
        FeedItem? entry = null;
        FieldCapture? field = null;
        while (elements.Read())
        {
            XmlElement? element = elements.Element;
            switch (elements.Kind)
            {
                case XmlTokenKind.Start when element is { IsCore: true, Name: "outline" }:
                    if (OpmlReader.Outline(elements) is { } outline)
                    {
                        yield return outline;
                    }

                    break;
                case XmlTokenKind.Start when element is { IsCore: true, Name: "url" or "sitemap" }:
                    entry = new FeedItem(elements, null);
                    break;
                case XmlTokenKind.Start when entry is not null && field is null && FeedItem.IsField(element!.Key):
                    field = new FieldCapture(elements, MaxFieldChars);
                    break;
                case XmlTokenKind.Text:
                    field?.AddText(elements.Text, element);
                    break;
                case XmlTokenKind.End when field is not null && elements.Depth == field.Depth - 1:
                    entry?.Take(field, isAtom: false);
                    field = null;
                    break;
                case XmlTokenKind.End when entry is not null && elements.Depth == entry.Depth - 1:
                    if (entry.Link.Length > 0)
                    {
                        AddressKind kind = element!.Name == "sitemap" ? AddressKind.Sitemap : AddressKind.Page;
                        yield return new ListedAddress(entry.Link, entry.Title, kind, entry.Date?.Moment);
                    }

                    entry = null;
                    break;
            }
        }
    }
}
