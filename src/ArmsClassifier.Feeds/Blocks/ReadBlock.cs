namespace ArmsClassifier.Feeds;

/// <summary>One item that is already read.</summary>
internal sealed class ReadBlock(DocumentItem item) : DocumentBlock
{
    private const int ItemBytes = 500;

    /// <inheritdoc/>
    public override int Count => 1;

    /// <inheritdoc/>
    public override long Size { get; } = ItemBytes + (item.Article is { } article ? SizeOf(article.Passages) : 0);

    /// <inheritdoc/>
    public override IEnumerable<DocumentItem> Items(int first, int every) => first == 0 ? [item] : [];

    private static long SizeOf(IReadOnlyList<Passage> passages)
    {
        long bytes = 0;
        for (int i = 0; i < passages.Count; i++)
        {
            bytes += passages[i].Text.Length * sizeof(char);
        }

        return bytes;
    }
}
