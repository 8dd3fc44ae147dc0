using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>A piece of the input, as it is handed from the reader to a worker.</summary>
/// <param name="Block">The piece.</param>
/// <param name="Begin">Where it begins in the input.</param>
/// <param name="Skip">How many of its entries an earlier run has done.</param>
internal readonly record struct InputBlock(DocumentBlock Block, InputPosition Begin, int Skip)
{
    /// <summary>Where it ends in the input.</summary>
    public InputPosition End => Begin with { Entries = Begin.Entries + Block.Count, Total = Begin.Total + Block.Count };

    /// <summary>The items of the entries that <paramref name="shard"/> holds and that are not yet done.</summary>
    public IEnumerable<DocumentItem> Items(Shard shard)
    {
        int first = shard.First(Begin.Total);
        while (first < Skip)
        {
            first += shard.Of;
        }

        return Block.Items(first, shard.Of);
    }
}
