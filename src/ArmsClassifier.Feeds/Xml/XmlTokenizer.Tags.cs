namespace ArmsClassifier.Feeds;

/// <content>Start tags and their attributes.</content>
internal sealed partial class XmlTokenizer
{
    private const int MaxAttributes = 256;

    private bool ReadStartTag()
    {
        Attributes.Clear();
        IsEmptyElement = false;
        int at = NameEnd(1);
        Name = _window.Held[1..at].ToString();
        while (true)
        {
            at = SkipBlank(at);
            char c = at < MaxTagChars ? _window.Peek(at) : '\0';
            if (c is '>' or '\0' or '<')
            {
                if (c != '>')
                {
                    Cut("a tag that is not closed", at);
                }

                at += c == '>' ? 1 : 0;
                break;
            }

            if (c == '/')
            {
                IsEmptyElement = _window.Peek(at + 1) == '>';
                at++;
            }
            else
            {
                at = ReadAttribute(at);
            }
        }

        _window.Skip(Math.Min(at, _window.Held.Length));
        _lastStart = Name;
        Kind = XmlTokenKind.Start;
        return true;
    }

    private int NameEnd(int from)
    {
        int at = from;
        while (at < MaxTagChars && _window.Holds(at + 1) && !s_nameEnd.Contains(_window.Peek(at)))
        {
            at++;
        }

        return at;
    }

    private int SkipBlank(int from)
    {
        int at = from;
        while (at < MaxTagChars && _window.Holds(at + 1) && (_window.Peek(at) <= ' ' || char.IsWhiteSpace(_window.Peek(at))))
        {
            at++;
        }

        return at;
    }

    private int ReadAttribute(int begin)
    {
        int end = NameEnd(begin);
        if (end == begin)
        {
            // A stray quote or equals sign.
            troubles.Add("a broken attribute", Line);
            return begin + 1;
        }

        string name = _window.Held[begin..end].ToString();
        int at = SkipBlank(end);
        if (_window.Peek(at) != '=')
        {
            troubles.Add("an attribute without a value", Line);
            AddAttribute(name, "");
            return end;
        }

        at = SkipBlank(at + 1);
        return _window.Peek(at) is '"' or '\'' ? ReadQuoted(name, at) : ReadUnquoted(name, at);
    }

    private int ReadUnquoted(string name, int begin)
    {
        troubles.Add("an attribute without quotes", Line);
        int at = begin;
        while (at < MaxTagChars && _window.Holds(at + 1) && _window.Peek(at) is not ('>' or '<' or ' ' or '\t' or '\r' or '\n'))
        {
            at++;
        }

        // The slash of an empty-element tag is no part of the value.
        bool isSlash = at > begin && _window.Peek(at) == '>' && _window.Peek(at - 1) == '/';
        at -= isSlash ? 1 : 0;
        AddAttribute(name, Value(_window.Held[begin..at]));
        return at;
    }

    private int ReadQuoted(string name, int begin)
    {
        char quote = _window.Peek(begin);
        int end = _window.IndexOf(quote == '"' ? "\"" : "'", begin + 1, MaxTagChars);
        ReadOnlySpan<char> held = _window.Held;
        ReadOnlySpan<char> value = end < 0 ? held[(begin + 1)..Math.Min(held.Length, MaxTagChars)] : held[(begin + 1)..end];
        int open = value.IndexOf('<');
        int close = value.IndexOf('>');
        bool isLost = end < 0 || (open >= 0 && close >= 0 && close < open);
        if (open >= 0 || end < 0)
        {
            troubles.Add(isLost ? "a quote that is never closed" : "a '<' in an attribute", Line);
        }

        if (isLost)
        {
            int cut = value.IndexOfAny('<', '>');
            value = cut < 0 ? value : value[..cut];
            IsCutOff |= cut < 0 && !_window.Holds(begin + 1 + value.Length + 1);
            value = value.TrimEnd().TrimEnd('/');
            AddAttribute(name, Value(value));
            return begin + 1 + value.Length;
        }

        AddAttribute(name, Value(value));
        return end + 1;
    }

    private void AddAttribute(string name, string value)
    {
        if (Attributes.Exists(known => known.Name == name))
        {
            troubles.Add("an attribute given twice", Line);
            return;
        }

        if (Attributes.Count < MaxAttributes)
        {
            Attributes.Add((name, value));
        }
    }

    /// <summary>A value with entities replaced and line breaks as spaces, as XML has it.</summary>
    private string Value(ReadOnlySpan<char> written)
    {
        if (!written.ContainsAny('&', '\n', '\r') && !written.ContainsAny('\t', '\0'))
        {
            return written.ToString();
        }

        _text.Clear();
        for (int at = 0; at < written.Length;)
        {
            if (written[at] == '&')
            {
                at += _entities.Append(written[at..], _text, troubles, Line);
                continue;
            }

            bool isPair = written[at] == '\r' && at + 1 < written.Length && written[at + 1] == '\n';
            _text.Append(written[at] < ' ' ? ' ' : written[at]);
            at += isPair ? 2 : 1;
        }

        return _text.ToString();
    }
}
