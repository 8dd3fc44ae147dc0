namespace ArmsClassifier.Feeds;

/// <summary>A document as it came from a server or from the cache.</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Body">The body as sent: still compressed where <see cref="ContentEncoding"/> says so.</param>
internal sealed record WebDocument(Uri Address, ReadOnlyMemory<byte> Body)
{
    /// <summary>The header of that name, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The header of that name, or null.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The header of that name, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The header of that name, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Whether the server lets a copy be kept.</summary>
    public bool MayBeKept { get; init; } = true;

    /// <summary>The document for the reader of documents, over a stream of its decoded body.</summary>
    public DocumentSource ToSource(string name, Stream body)
    {
        MediaType type = MediaType.Parse(ContentType ?? "");
        return new DocumentSource(body, name) { Address = Address, MediaType = type.Name, Charset = type.Charset };
    }
}
