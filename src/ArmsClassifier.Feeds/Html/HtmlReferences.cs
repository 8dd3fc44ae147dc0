using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>Character references such as <c>&amp;rsquo;</c>.</summary>
internal static class HtmlReferences
{
    /// <summary>The text with its character references resolved, those of windows-1252 included.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        string decoded = WebUtility.HtmlDecode(text.ToString());
        return decoded.AsSpan().ContainsAnyInRange(Windows1252.FirstControl, Windows1252.LastControl)
            ? string.Create(decoded.Length, decoded, static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = Windows1252.Meant(source[i]);
                }
            })
            : decoded;
    }
}
