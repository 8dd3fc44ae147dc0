namespace ArmsClassifier.Feeds;

/// <summary>A media type with its charset, as in <c>text/html; charset=utf-8</c>.</summary>
/// <param name="Name">Type and subtype in small letters, or empty.</param>
/// <param name="Charset">The charset, or null.</param>
internal readonly record struct MediaType(string Name, string? Charset)
{
    private const string CharsetParameter = "charset=";

    /// <summary>Whether articles can be in it: web pages, feeds, plain text, and what is not said.</summary>
    public bool IsReadable => Name is "" or "text/html" or "application/xhtml+xml" or "text/plain" or "text/xml" or "application/xml"
        or "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "unknown/unknown"
        or "application/octet-stream" or "application/http";

    /// <summary>Whether it is that of web pages.</summary>
    public bool IsHtml => Name is "text/html" or "application/xhtml+xml";

    /// <summary>Reads the value of a <c>Content-Type</c> header.</summary>
    public static MediaType Parse(string value)
    {
        int end = value.IndexOf(';');
        string name = (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
        int at = value.IndexOf(CharsetParameter, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return new MediaType(name, null);
        }

        string charset = value[(at + CharsetParameter.Length)..].TrimStart();
        int close = charset.IndexOfAny([';', ',', ' ']);
        charset = (close < 0 ? charset : charset[..close]).Trim('"', '\'', ' ');
        return new MediaType(name, charset.Length == 0 ? null : charset);
    }
}
