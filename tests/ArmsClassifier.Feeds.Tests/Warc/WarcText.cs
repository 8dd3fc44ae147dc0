using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>Writes web archives for tests.</summary>
internal static class WarcText
{
    public static string Page(string word) =>
        $"<html><head><title>Guns for {word}</title></head><body><h1>Guns for {word}</h1>"
        + $"<p>The first paragraph is about {word}, and it is long enough to be one.</p>"
        + $"<p>The second paragraph is about {word} as well, and it is no shorter than that.</p></body></html>";

    public static byte[] Response(string address, string page, string headers = "Content-Type: text/html; charset=utf-8", int status = 200) =>
        Response(address, Encoding.UTF8.GetBytes(page), headers, status);

    public static byte[] Response(string address, byte[] body, string headers = "Content-Type: text/html", int status = 200) =>
        Record("response", address, "application/http; msgtype=response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\n{headers}\r\n\r\n"), .. body]);

    public static byte[] Record(string type, string address, string media, byte[] block, int? length = null, string version = "1.0") =>
    [
        .. Encoding.UTF8.GetBytes(
            $"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:{address.Length:d8}>\r\nContent-Type: {media}\r\nContent-Length: {length ?? block.Length}\r\n\r\n"),
        .. block,
        .. "\r\n\r\n"u8,
    ];
}
