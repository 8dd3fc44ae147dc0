using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>What becomes of a list of feeds: where it was named itself and there is a way to the web, its feeds are read in its place.</summary>
internal static class FeedList
{
    /// <summary>Reads the feeds that a list names.</summary>
    /// <param name="source">The list.</param>
    /// <param name="addresses">The addresses that it names, in its order.</param>
    /// <param name="options">How documents are read; holds the way to the web.</param>
    public static IEnumerable<DocumentItem> Read(DocumentSource source, IReadOnlyCollection<string> addresses, ReaderOptions options)
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
                string.Create(CultureInfo.InvariantCulture, $"a list of {addresses.Count} feeds"),
                "articles",
                "name the list itself, as a file or an address; lists in folders, archives and other lists are not followed"),
        ];
    }
}
