using System.IO.Compression;

namespace ArmsClassifier.Feeds;

/// <summary>Takes the content codings of HTTP (RFC 9110, 8.4) off a body, within bounds.</summary>
internal static class ContentCodings
{
    /// <summary>What is asked of servers.</summary>
    public const string Accepted = "gzip, deflate, br";

    private const int MaxCodings = 2;
    private const long MaxDecodedBytes = 64L << 20;
    private const long MaxRatio = 200;

    // Below this a body may be as repetitive as it likes.
    private const long FreeBytes = 1 << 20;

    private static readonly string[] s_names = ["gzip", "x-gzip", "deflate", "br"];

    /// <summary>Why codings cannot be taken off, or null where they can.</summary>
    /// <param name="header">The header <c>Content-Encoding</c>, or null.</param>
    public static WebFailure? Refuse(string? header)
    {
        string[] codings = Split(header);
        string? unknown = Array.Find(codings, coding => !s_names.Contains(coding, StringComparer.OrdinalIgnoreCase));
        return unknown is null && codings.Length <= MaxCodings ? null : new WebFailure(
            $"a body in the coding '{InputError.Excerpt(unknown ?? header)}'",
            $"one of {Accepted}",
            "the server sends what was not asked for; look for another address of the feed");
    }

    /// <summary>The body without its codings. It never fails: it ends early, and tells why.</summary>
    public static BoundedStream Decode(ReadOnlyMemory<byte> body, string? header)
    {
        long limit = Math.Min(MaxDecodedBytes, Math.Max(FreeBytes, MaxRatio * body.Length));
        var stream = new BoundedStream(AsStream(body), limit, null);
        string[] codings = Split(header);
        for (int i = codings.Length - 1; i >= 0; i--)
        {
            stream = new BoundedStream(Decoder(codings[i], stream), limit, stream);
        }

        return stream;
    }

    private static Stream Decoder(string coding, Stream coded)
    {
        byte[] head = new byte[2];
        int length = coded.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new HeadedStream(head.AsMemory(0, length), coded);
        bool isZlib = (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
        return coding.ToUpperInvariant() switch
        {
            "BR" => new BrotliStream(whole, CompressionMode.Decompress),
            "DEFLATE" => isZlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress),

            // Servers say gzip of bodies that are not; those need nothing taken off.
            _ => head is [0x1F, 0x8B] ? new GZipStream(whole, CompressionMode.Decompress) : whole,
        };
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);

    private static string[] Split(string? header) =>
    [
        .. (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)),
    ];
}
