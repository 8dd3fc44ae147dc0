namespace ArmsClassifier.Feeds;

/// <summary>Bytes to read, with what is known of them from elsewhere.</summary>
/// <param name="Content">The bytes; read once from its position on, and left open.</param>
/// <param name="Name">File, feed or address that they came from: the source of articles and errors.</param>
internal sealed record DocumentSource(Stream Content, string Name)
{
    /// <summary>The charset that an HTTP header names, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The media type that an HTTP header names, without parameters, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>The address that the bytes were fetched from, for relative links; null where they came from a file.</summary>
    public Uri? Address { get; init; }

    /// <summary>How many containers (archives, compressed streams) the bytes were taken out of.</summary>
    public int Depth { get; init; }
}
