namespace ArmsClassifier.Feeds;

/// <summary>Settings of <see cref="DocumentReader"/>. The defaults suit articles; they can be shared between threads.</summary>
public sealed record ReaderOptions
{
    /// <summary>
    /// Takes the <c>text</c> of a JSONL line as one passage, line breaks and all. Default: false, each line in it is a passage.
    /// </summary>
    public bool OnePassagePerItem { get; init; }

    /// <summary>What the columns of tables and the fields of JSON objects are called. Default: as documented there.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public FieldNames Fields
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>
    /// Largest JSON object, field of a feed, CSV article or text file that is read, in bytes (in characters for feeds and CSV). A larger one is skipped and becomes
    /// an <see cref="InputError"/>. Default: 64 MiB. Memory use is at most some five times this figure, whatever the length of the source.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 KiB or above 512 MiB.</exception>
    public int MaxItemBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1 << 10);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 512 << 20);
            field = value;
        }
    } = 64 << 20;

    /// <summary>
    /// Fetches the feeds that an OPML list names, in its place. Default: null, a list is one warning; so is one inside an archive or another list.
    /// </summary>
    public WebReader? Web { get; init; }
}
