using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// What references such as <c>&amp;amp;</c>, <c>&amp;#8217;</c> and <c>&amp;nbsp;</c> stand for. The 253 names of HTML are known without being
/// declared; those that a document declares are known too, where what they stand for stays short. What a name stands for is never read for tags.
/// </summary>
internal sealed class XmlEntities
{
    /// <summary>Characters in the longest reference that is looked at.</summary>
    public const int MaxReferenceChars = 48;

    private const int MaxDeclared = 256;
    private const int MaxValueChars = 256;
    private const string Declaration = "<!ENTITY";

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create("; \t\r\n<&\"'=>");

    private Dictionary<string, string>? _declared;
    private bool _isHtmlDeclared;

    /// <summary>Adds what the reference at the beginning of a text stands for; where it is none, the ampersand itself.</summary>
    /// <param name="text">A text that begins with an ampersand.</param>
    /// <param name="output">Where the replacement goes.</param>
    /// <param name="troubles">Takes what is wrong with the reference.</param>
    /// <param name="line">Line of the reference.</param>
    /// <returns>How many characters of the text were used.</returns>
    public int Append(ReadOnlySpan<char> text, StringBuilder output, XmlTroubles troubles, int line)
    {
        ReadOnlySpan<char> name = text[1..Math.Min(text.Length, MaxReferenceChars)];
        int end = name.IndexOfAny(s_nameEnd);
        if (end <= 0 || name[end] != ';')
        {
            troubles.Add("a bare '&'", line);
            output.Append('&');
            return 1;
        }

        name = name[..end];
        if (name[0] == '#')
        {
            return AppendNumber(name[1..], output, troubles, line);
        }

        string? value = Predefined(name) ?? _declared?.GetValueOrDefault(name.ToString());
        if (value is null && Html(name) is { } html)
        {
            value = html;
            if (!_isHtmlDeclared)
            {
                troubles.Add("an entity that is not declared", line);
            }
        }

        if (value is null)
        {
            troubles.Add("an entity that is not known", line);
        }

        output.Append(value ?? text[..(end + 2)]);
        return end + 2;
    }

    /// <summary>Takes the entities that a document type declares as plain text.</summary>
    public void Declare(ReadOnlySpan<char> documentType)
    {
        // The document types of RSS 0.91 and of XHTML declare the names of HTML.
        _isHtmlDeclared |= documentType.Contains("rss-0.91", StringComparison.OrdinalIgnoreCase)
            || documentType.Contains("rss-0.92", StringComparison.OrdinalIgnoreCase) || documentType.Contains("DTD XHTML", StringComparison.OrdinalIgnoreCase);
        int at;
        while ((at = documentType.IndexOf(Declaration, StringComparison.Ordinal)) >= 0)
        {
            documentType = documentType[(at + Declaration.Length)..].TrimStart();
            int end = documentType.IndexOfAny(s_nameEnd);
            if (end <= 0)
            {
                continue;
            }

            string name = documentType[..end].ToString();
            ReadOnlySpan<char> rest = documentType[end..].TrimStart();
            if (rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is >= 0 and <= MaxValueChars and var length)
            {
                Declare(name, rest.Slice(1, length));
            }
        }
    }

    private void Declare(string name, ReadOnlySpan<char> value)
    {
        _declared ??= [];
        if (_declared.Count < MaxDeclared)
        {
            _declared.TryAdd(name, Expand(value));
        }
    }

    /// <summary>
    /// A value with the entities in it replaced that were declared before. One that grows too long by that stands for nothing: entities inside
    /// entities are how text is blown up.
    /// </summary>
    private string Expand(ReadOnlySpan<char> value)
    {
        var text = new StringBuilder();
        var ignored = new XmlTroubles();
        string decoded = WebUtility.HtmlDecode(value.ToString());
        for (int at = 0; at < decoded.Length && text.Length <= MaxValueChars;)
        {
            if (decoded[at] == '&')
            {
                at += Append(decoded.AsSpan(at), text, ignored, 0);
                continue;
            }

            text.Append(decoded[at++]);
        }

        return text.Length <= MaxValueChars ? text.ToString() : "";
    }

    private static int AppendNumber(ReadOnlySpan<char> digits, StringBuilder output, XmlTroubles troubles, int line)
    {
        int used = digits.Length + 3;
        bool isHex = digits is ['x' or 'X', ..];
        bool isNumber = int.TryParse(
            isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code);
        if (isNumber && code is >= Windows1252.FirstControl and <= Windows1252.LastControl)
        {
            output.Append(Windows1252.Meant((char)code));
        }
        else if (isNumber && (code >= ' ' || code is '\t' or '\n' or '\r') && Rune.IsValid(code))
        {
            output.Append(new Rune(code).ToString());
        }
        else
        {
            troubles.Add("a number that stands for no character", line);
            output.Append(isNumber && code is > 0 and < ' ' ? ' ' : '\uFFFD');
        }

        return used;
    }

    private static string? Predefined(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => null,
    };

    private static string? Html(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetter(name[0]) || name.Length > 10)
        {
            return null;
        }

        string reference = $"&{name};";
        string value = WebUtility.HtmlDecode(reference);
        return value == reference ? null : value;
    }
}
