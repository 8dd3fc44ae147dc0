using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>Finds the charset of a document.</summary>
internal static class CharsetDetection
{
    /// <summary>The charset of a document that begins with some bytes.</summary>
    /// <param name="head">The beginning of the document.</param>
    /// <param name="header">The charset that an HTTP header names, or null.</param>
    public static Charset Detect(ReadOnlySpan<byte> head, string? header) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new Charset(Encoding.UTF8, "", 3),
        [0xFF, 0xFE, ..] => new Charset(Encoding.Unicode, "byte order mark", 2),
        [0xFE, 0xFF, ..] => new Charset(Encoding.BigEndianUnicode, "byte order mark", 2),
        _ => new Charset(Encoding.UTF8, header is null ? "" : "HTTP header"),
    };
}
