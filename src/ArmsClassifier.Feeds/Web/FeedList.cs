using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>What becomes of the feeds that a list names: where it was named itself and there is a way to the web, they are read in its place.</summary>
internal static class FeedList
{
    /// <summary>Reads the feeds that a list names, or warns that they are not read.</summary>
    /// <param name="source">The list.</param>
    /// <param name="feeds">Their addresses, in the order of the list; at least one.</param>
    /// <param name="options">How documents are read; holds the way to the web.</param>
    public static IEnumerable<DocumentItem> Read(DocumentSource source, IReadOnlyCollection<string> feeds, ReaderOptions options)
    {
        // Lists come from others: one inside an archive or another list was not asked for by anybody.
        return options.Web is { } web && source.Depth == 0 ? web.ReadList(source.Name, feeds, options) :
        [
            InputError.Warning(
                source.Name,
                0,
                string.Create(CultureInfo.InvariantCulture, $"a list of feeds ({feeds.Count})"),
                "articles",
                "name the list itself, as a file or an address; lists in folders, archives and other lists are not followed"),
        ];
    }
}
