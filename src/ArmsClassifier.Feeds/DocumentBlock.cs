namespace ArmsClassifier.Feeds;

/// <summary>
/// A piece of a source that has been read but not yet taken apart, so that any thread can do so: the way to read with all cores. Immutable;
/// <see cref="Items()"/> may be asked again and by several threads.
/// </summary>
public abstract class DocumentBlock
{
    private protected DocumentBlock()
    {
    }

    /// <summary>
    /// Number of entries: lines that are not blank where every line is an article, documents where one document is an article. An entry gives
    /// one article or error, and may give warnings before it. How a source is cut into blocks may change from run to run; its entries do not.
    /// </summary>
    public abstract int Count { get; }

    /// <summary>About how many bytes the block holds in memory.</summary>
    public abstract long Size { get; }

    /// <summary>A block of one item that is already read.</summary>
    /// <param name="item">The item.</param>
    public static DocumentBlock Of(DocumentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ReadBlock(item);
    }

    /// <summary>The articles and errors of the block, in order.</summary>
    public IEnumerable<DocumentItem> Items() => Items(0, 1);

    /// <summary>The articles and errors of some entries, in order; the others are passed over without a look.</summary>
    /// <param name="first">Index of the first entry.</param>
    /// <param name="every">Distance from each entry to the next.</param>
    public abstract IEnumerable<DocumentItem> Items(int first, int every);
}
