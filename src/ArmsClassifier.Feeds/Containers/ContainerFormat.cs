namespace ArmsClassifier.Feeds;

/// <summary>How a document is packed.</summary>
internal enum ContainerFormat
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip, one member or several.</summary>
    Gzip,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>Brotli, which its content does not tell: known by the name <c>.br</c> or by an HTTP header.</summary>
    Brotli,
}

/// <summary>Recognises containers.</summary>
internal static class ContainerFormats
{
    private const string BrotliSuffix = ".br";

    /// <summary>How a document is packed.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="source">What is read. What came out of a container is never taken for Brotli by the container's name.</param>
    public static ContainerFormat Of(ReadOnlySpan<byte> head, DocumentSource source) => head switch
    {
        [0x1F, 0x8B, 8, ..] => ContainerFormat.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] or [(byte)'P', (byte)'K', 7, 8, ..] => ContainerFormat.Zip,
        _ when source.Name.EndsWith(BrotliSuffix, StringComparison.OrdinalIgnoreCase) && source.Content is not ExpandingStream => ContainerFormat.Brotli,
        _ => ContainerFormat.None,
    };
}
