namespace ArmsClassifier.Feeds;

/// <summary>The body of an HTTP response without its transfer and content codings. Headers are believed only where the bytes bear them out.</summary>
internal static class HttpBody
{
    private const int HeadBytes = 16;
    private const int MaxCodings = 3;

    /// <summary>The content of a body; null where it is in a coding that is not known.</summary>
    public static Stream? Decode(Stream body, HttpHead head)
    {
        if (head["Transfer-Encoding"].Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = WithHead(body, out ReadOnlyMemory<byte> first);
            body = ChunkedStream.IsChunk(first.Span) ? new ChunkedStream(body) : body;
        }

        string[] codings = head["Content-Encoding"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (codings.Length > MaxCodings)
        {
            return null;
        }

        for (int i = codings.Length - 1; i >= 0; i--)
        {
            body = WithHead(body, out ReadOnlyMemory<byte> first);
            Stream? decoded = Decode(body, codings[i].ToLowerInvariant(), first.Span);
            if (decoded is null)
            {
                return null;
            }

            body = decoded;
        }

        return body;
    }

    private static Stream? Decode(Stream body, string coding, ReadOnlySpan<byte> first) => coding switch
    {
        "gzip" or "x-gzip" => first is [0x1F, 0x8B, 8, ..] ? ExpandingStream.OfGzip(body) : body,
        "deflate" => LooksLikeText(first) ? body : ExpandingStream.OfDeflate(body, first is [0x78, ..] && ((0x78 << 8) | first[1]) % 31 == 0),
        "br" => LooksLikeText(first) ? body : ExpandingStream.OfBrotli(body),
        "identity" or "none" or "utf-8" => body,
        _ => LooksLikeText(first) ? body : null,
    };

    private static bool LooksLikeText(ReadOnlySpan<byte> first) => first.TrimStart("\xEF\xBB\xBF \t\r\n"u8) is [(byte)'<' or (byte)'{', ..];

    private static HeadedStream WithHead(Stream body, out ReadOnlyMemory<byte> first)
    {
        byte[] head = new byte[HeadBytes];
        int length = body.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        first = head.AsMemory(0, length);
        return new HeadedStream(first, body);
    }
}
