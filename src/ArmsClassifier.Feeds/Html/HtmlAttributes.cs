using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>The attributes of a start tag, one after the other.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> attributes)
{
    private ReadOnlySpan<char> _rest = attributes;

    /// <summary>The name, as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value without quotes, character references not decoded; empty where there is none.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Moves to the next attribute; false at the end.</summary>
    public bool TryRead()
    {
        int begin = 0;
        while (begin < _rest.Length && (HtmlTokens.IsSpace(_rest[begin]) || _rest[begin] is '/' or '"' or '\''))
        {
            begin++;
        }

        int end = begin;
        while (end < _rest.Length && _rest[end] is not ('=' or '/') && !HtmlTokens.IsSpace(_rest[end]))
        {
            end++;
        }

        if (end == begin && end < _rest.Length)
        {
            end++;
        }

        Name = _rest[begin..end];
        Value = default;
        _rest = _rest[end..];
        ReadOnlySpan<char> after = _rest.TrimStart(" \t\r\n\f");
        if (after is ['=', ..])
        {
            ReadValue(after[1..].TrimStart(" \t\r\n\f"));
        }

        return !Name.IsEmpty;
    }

    /// <summary>The decoded value of the first attribute with a name, case aside; null where there is none.</summary>
    public readonly string? Find(ReadOnlySpan<char> name)
    {
        HtmlAttributes copy = this;
        while (copy.TryRead())
        {
            if (copy.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(copy.Value.ToString());
            }
        }

        return null;
    }

    private void ReadValue(ReadOnlySpan<char> value)
    {
        if (value is ['"' or '\'', ..] && value[1..].IndexOf(value[0]) is >= 0 and var close)
        {
            Value = value.Slice(1, close);
            _rest = value[(close + 2)..];
            return;
        }

        int end = 0;
        while (end < value.Length && !HtmlTokens.IsSpace(value[end]))
        {
            end++;
        }

        Value = value[..end].Trim("\"'");
        _rest = value[end..];
    }
}
