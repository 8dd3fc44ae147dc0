using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>
/// A copy of a document as a file: one line of JSON with the address asked for, the headers, and the body's length and hash; then the
/// body as sent.
/// </summary>
internal static class CacheEntry
{
    private const int Version = 1;
    private const int MaxHeadBytes = 64 << 10;

    /// <summary>Writes a copy of a document.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="address">The address asked for, before redirects.</param>
    /// <param name="document">The document.</param>
    public static void Write(Stream stream, Uri address, WebDocument document)
    {
        var head = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(head))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("asked", address.AbsoluteUri);
            json.WriteString("address", document.Address.AbsoluteUri);
            json.WriteString("type", document.ContentType);
            json.WriteString("encoding", document.ContentEncoding);
            json.WriteString("etag", document.ETag);
            json.WriteString("modified", document.LastModified);
            json.WriteNumber("length", document.Body.Length);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(document.Body.Span)));
            json.WriteEndObject();
        }

        stream.Write(head.WrittenSpan);
        stream.WriteByte((byte)'\n');
        stream.Write(document.Body.Span);
    }

    /// <summary>Reads a copy back.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="address">The address that the copy must be of.</param>
    /// <returns>The document, or null where the file is damaged, of another version or of another address.</returns>
    public static WebDocument? Read(ReadOnlyMemory<byte> bytes, Uri address)
    {
        int end = bytes.Span[..Math.Min(bytes.Length, MaxHeadBytes)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes[..end]);
            JsonElement head = json.RootElement;
            ReadOnlyMemory<byte> body = bytes[(end + 1)..];
            bool isWhole = head.GetProperty("version").GetInt32() == Version
                && head.GetProperty("asked").GetString() == address.AbsoluteUri
                && head.GetProperty("length").GetInt32() == body.Length
                && head.GetProperty("sha256").GetString() == Convert.ToHexStringLower(SHA256.HashData(body.Span));
            return isWhole && WebAddress.Parse(head.GetProperty("address").GetString() ?? "", null, out _) is { } from
                ? new WebDocument(from, body)
                {
                    ContentType = head.GetProperty("type").GetString(),
                    ContentEncoding = head.GetProperty("encoding").GetString(),
                    ETag = Line(head.GetProperty("etag")),
                    LastModified = Line(head.GetProperty("modified")),
                }
                : null;
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A damaged copy is as good as none: the document is fetched anew and the copy written over.
            return null;
        }
    }

    // These are sent again: what is more than one line is no header.
    private static string? Line(JsonElement value) => value.GetString() is { } text && !text.AsSpan().ContainsAny('\r', '\n', '\0') ? text : null;
}
