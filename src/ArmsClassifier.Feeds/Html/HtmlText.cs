using System.Net;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>The text of an HTML fragment, such as the description of a feed's item.</summary>
internal static class HtmlText
{
    /// <summary>The lines of plain text in a fragment, in order, none of them blank.</summary>
    /// <param name="fragment">HTML, or plain text.</param>
    public static IReadOnlyList<string> Lines(string fragment)
    {
        var text = new StringBuilder(fragment.Length);
        int at = 0;
        while (at < fragment.Length)
        {
            int tag = fragment.IndexOf('<', at);
            int end = tag < 0 ? -1 : fragment.IndexOf('>', tag);
            if (end < 0 || tag + 1 >= fragment.Length || !(char.IsAsciiLetter(fragment[tag + 1]) || fragment[tag + 1] is '/' or '!'))
            {
                end = tag < 0 ? fragment.Length - 1 : tag;
                text.Append(fragment, at, end + 1 - at);
                at = end + 1;
                continue;
            }

            text.Append(fragment, at, tag - at).Append(IsBlock(fragment.AsSpan(tag + 1)) ? "\n" : "");
            at = end + 1;
        }

        return [.. LineBreaks.Lines(WebUtility.HtmlDecode(text.ToString())).Select(line => line.Text)];
    }

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        ReadOnlySpan<char> name = tag.TrimStart('/');
        int length = name.IndexOfAnyExceptInRange('0', 'z');
        return (length < 0 ? name : name[..length]).ToString().ToUpperInvariant()
            is "P" or "BR" or "DIV" or "LI" or "UL" or "OL" or "H1" or "H2" or "H3" or "H4" or "BLOCKQUOTE" or "TR" or "TABLE" or "HR";
    }
}
