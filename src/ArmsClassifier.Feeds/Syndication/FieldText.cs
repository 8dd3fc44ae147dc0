using System.Buffers;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>The plain text of a field, whatever it is written in: text, HTML, XHTML or Base64.</summary>
internal static class FieldText
{
    private static readonly string[] s_commonTags =
        ["p", "br", "b", "i", "em", "strong", "a", "div", "span", "ul", "li", "blockquote", "h1", "h2", "h3", "img", "table", "font", "code", "sup", "sub"];

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789xXabcdefABCDEF");

    /// <summary>The lines of the field's text, none of them blank.</summary>
    /// <param name="field">The field.</param>
    /// <param name="isAtom">Whether the document is Atom, where a field without a type is plain text.</param>
    public static IReadOnlyList<string> Lines(FieldCapture field, bool isAtom)
    {
        string content = field.Content;
        if (field.Mode == "base64" || (isAtom && IsForeign(field.Type)))
        {
            content = Decode(content);
        }

        bool isPlain = !field.HasMarkup && (field.Type is "text" or "text/plain" or "plain" || (isAtom && field.Type.Length == 0));
        return isPlain && !LooksLikeHtml(content)
            ? [.. LineBreaks.Lines(content).Select(line => line.Text)]
            : HtmlText.Lines(content);
    }

    /// <summary>The field's text on one line.</summary>
    public static string Line(FieldCapture field, bool isAtom) => OneLine(string.Join(' ', Lines(field, isAtom)));

    /// <summary>A text with every run of blanks as one space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in LineBreaks.Trim(text))
        {
            bool isBlank = char.IsWhiteSpace(c) && c != '\u00A0';
            if (!isBlank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>Whether a media type is neither text nor markup, so that the content is Base64.</summary>
    private static bool IsForeign(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal)
        && !type.Contains("html", StringComparison.Ordinal);

    private static string Decode(string content)
    {
        byte[] bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out int length) ? Readable(bytes.AsSpan(0, length)) : content;
    }

    private static string Readable(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0) ? "" : CharsetDetection.OfBytes(bytes).Encoding.GetString(bytes);

    /// <summary>Whether a text that is declared as plain holds HTML all the same: an end tag or a line break that HTML knows, or an entity.</summary>
    private static bool LooksLikeHtml(string text)
    {
        int at = text.IndexOf('&');
        if (at >= 0 && text.IndexOf(';', at) is var end && end > at + 2 && end < at + 10 && IsReference(text.AsSpan(at + 1, end - at - 1)))
        {
            return true;
        }

        foreach (string tag in s_commonTags)
        {
            if (text.Contains($"</{tag}>", StringComparison.OrdinalIgnoreCase) || (tag is "br" or "img" or "p" && HoldsTag(text, tag)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsTag(string text, string tag)
    {
        int at = text.IndexOf("<" + tag, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + tag.Length + 1 < text.Length && text[at + tag.Length + 1] is '>' or '/' or ' ' && text.IndexOf('>', at) > 0;
    }

    private static bool IsReference(ReadOnlySpan<char> name) =>
        name[0] == '#' ? !name[1..].ContainsAnyExcept(s_digits) : !name.ContainsAnyExceptInRange('0', 'z');
}
