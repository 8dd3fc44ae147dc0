using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>Character references such as <c>&amp;rsquo;</c>.</summary>
internal static class HtmlReferences
{
    private const char FirstControl = '\u0080';
    private const char LastControl = '\u009F';

    /// <summary>What windows-1252 has where Unicode has control characters: old pages mean it when they write <c>&amp;#146;</c>.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text with its character references resolved, those of windows-1252 included.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        string decoded = WebUtility.HtmlDecode(text.ToString());
        return decoded.AsSpan().ContainsAnyInRange(FirstControl, LastControl)
            ? string.Create(decoded.Length, decoded, static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = source[i] is >= FirstControl and <= LastControl ? Windows1252[source[i] - FirstControl] : source[i];
                }
            })
            : decoded;
    }
}
