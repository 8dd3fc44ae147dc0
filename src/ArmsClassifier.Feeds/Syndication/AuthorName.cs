using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>The name of an author in the forms that feeds have: <c>name</c>, <c>mail (name)</c>, <c>name &lt;mail&gt;</c>, Atom's person.</summary>
internal static class AuthorName
{
    private const int MaxChars = 300;

    /// <summary>The name in a field, or the mail address where there is none but that.</summary>
    public static string Of(FieldCapture field)
    {
        string text = field.Person;
        if (text.Contains('&') || text.Contains("</", StringComparison.Ordinal))
        {
            text = string.Join(' ', HtmlText.Lines(text));
        }

        text = FieldText.OneLine(WebUtility.HtmlDecode(text));
        return OfText(text.Length <= MaxChars ? text : text[..MaxChars]);
    }

    /// <summary>The name in a text.</summary>
    public static string OfText(string text)
    {
        text = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        int open = text.IndexOf('(');
        if (open > 0 && text.EndsWith(')') && text.AsSpan(0, open).Contains('@'))
        {
            return text[(open + 1)..^1].Trim();
        }

        int mail = text.IndexOf('<');
        if (mail > 0 && text.EndsWith('>') && text.AsSpan(mail).Contains('@'))
        {
            return text[..mail].Trim().Trim('"');
        }

        int at = text.IndexOf('@');
        int space = text.IndexOf(' ');
        return at > 0 && space > at ? text[space..].Trim(" -–,;".ToCharArray()) : text;
    }
}
