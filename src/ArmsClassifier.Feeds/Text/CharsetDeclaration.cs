using System.Buffers;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>The charset that a document names in its own first bytes, read as ASCII.</summary>
internal static class CharsetDeclaration
{
    private const int MaxXmlBytes = 4096;
    private const int MaxHtmlBytes = 8192;

    private static readonly SearchValues<char> s_end = SearchValues.Create("\"'; \t\r\n/?>");

    /// <summary>What an XML declaration names, also one behind junk; or null.</summary>
    public static string? OfXml(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, MaxXmlBytes)]);
        int begin = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (begin < 0)
        {
            return null;
        }

        int end = text.IndexOf('>', begin);
        return Value(text.AsSpan(begin, (end < 0 ? text.Length : end) - begin), "encoding");
    }

    /// <summary>What a meta tag names, or null.</summary>
    public static string? OfHtml(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, MaxHtmlBytes)]);
        int begin = -1;
        while ((begin = text.IndexOf("<meta", begin + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            int end = text.IndexOf('>', begin);
            if (Value(text.AsSpan(begin, (end < 0 ? text.Length : end) - begin), "charset") is { } charset)
            {
                return charset;
            }
        }

        return null;
    }

    /// <summary>The value after a name and an equals sign, quoted or not.</summary>
    private static string? Value(ReadOnlySpan<char> tag, string name)
    {
        int at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = tag[(at + name.Length)..].TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
        int end = rest.IndexOfAny(s_end);
        rest = end < 0 ? rest : rest[..end];
        return rest.IsEmpty ? null : rest.ToString();
    }
}
