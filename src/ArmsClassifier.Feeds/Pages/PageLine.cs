namespace ArmsClassifier.Feeds;

/// <summary>One line of a page, without surrounding blanks, with the counts that tell a sentence from a menu item.</summary>
internal sealed class PageLine
{
    private const int MaxMeasuredChars = 4_000;
    private const int ProseWords = 20;
    private const int CapitalsOnlyProseWords = 8;
    private const int SolidWords = 16;
    private const int MinWordChars = 3;
    private const string Bullets = "•·▪‣●○■□◦»›➤-*+–—";

    private readonly int _firstSentenceChars;

    public PageLine(string text, int number, int indent)
    {
        _firstSentenceChars = FirstSentenceChars(text);
        (Text, Number, Indent) = (text, number, indent);
        ReadOnlySpan<char> rest = text.AsSpan(0, Math.Min(text.Length, MaxMeasuredChars));
        IsItem = rest.Length > 2 && Bullets.Contains(rest[0]) && char.IsWhiteSpace(rest[1]);
        End = EndOf(text);
        while (!rest.IsEmpty)
        {
            int length = rest.IndexOfAny(" \t\u00A0");
            Count(length < 0 ? rest : rest[..length]);
            rest = length < 0 ? [] : rest[(length + 1)..];
        }

        IsProse = (EndsSentence && ((Words >= 3 && LowerWords >= 1) || Words >= CapitalsOnlyProseWords))
            || (Words >= ProseWords && LowerWords * 2 >= Words);
    }

    public string Text { get; }

    /// <summary>Line of the source, from 1.</summary>
    public int Number { get; }

    /// <summary>Number of blanks before the line.</summary>
    public int Indent { get; }

    /// <summary>Runs of characters between blanks that hold a letter or a digit.</summary>
    public int Words { get; private set; }

    /// <summary>Words that begin with a small letter.</summary>
    public int LowerWords { get; private set; }

    /// <summary>Words that begin with a small letter and are no part of a name, such as <c>van</c> or <c>of</c>.</summary>
    public int PlainLowerWords { get; private set; }

    public int Letters { get; private set; }

    /// <summary>Letters of other scripts than Latin.</summary>
    public int ForeignLetters { get; private set; }

    /// <summary>Whether the line begins with a bullet.</summary>
    public bool IsItem { get; }

    /// <summary>The last character, closing quotes and brackets passed over.</summary>
    public char End { get; }

    /// <summary>The first sentence of the line; the whole line where it is one.</summary>
    public ReadOnlySpan<char> FirstSentence => Text.AsSpan(0, _firstSentenceChars);

    /// <summary>Whether a further sentence follows the first.</summary>
    public bool HasMore => _firstSentenceChars < Text.Length;

    public bool EndsSentence => End is '.' or '!' or '?' or '…' or '։' or '。';

    /// <summary>Whether the line reads as one sentence or more.</summary>
    public bool IsProse { get; }

    /// <summary>Whether the line is prose of a length that menus and captions seldom have.</summary>
    public bool IsSolid => IsProse && Words >= SolidWords;

    /// <summary>Whether the line could be the name of a person, a place or a paper: capitalised words only.</summary>
    public bool IsNameLike => Words is >= 1 and <= 6 && PlainLowerWords == 0 && Letters > 0 && !IsProse;

    /// <summary>Length up to the first full stop that ends a word of three letters (or two as in US) before a capital.</summary>
    private static int FirstSentenceChars(ReadOnlySpan<char> text)
    {
        int end = Math.Min(text.Length, MaxMeasuredChars) - 2;
        int word = 0;
        for (int i = 0; i < end; i++)
        {
            bool isStop = text[i] is '.' or '?' or '!' && (word >= MinWordChars || (word == 2 && char.IsUpper(text[i - 1])));
            if (isStop && text[i + 1] == ' ' && (char.IsUpper(text[i + 2]) || text[i + 2] is '“' or '"'))
            {
                return i + 1;
            }

            word = char.IsLetterOrDigit(text[i]) ? word + 1 : text[i] is '”' or '"' or '’' or ')' ? word : 0;
        }

        return text.Length;
    }

    private static char EndOf(string text)
    {
        int end = text.Length - 1;
        while (end > 0 && (text[end] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '*' || char.IsWhiteSpace(text[end])))
        {
            end--;
        }

        return text[end];
    }

    private void Count(ReadOnlySpan<char> word)
    {
        char first = '\0';
        foreach (char c in word)
        {
            if (char.IsAscii(c))
            {
                bool isLetter = char.IsAsciiLetter(c);
                Letters += isLetter ? 1 : 0;
                first = first == '\0' && (isLetter || char.IsAsciiDigit(c)) ? c : first;
                continue;
            }

            if (char.IsLetter(c))
            {
                Letters++;
                ForeignLetters += c > '\u024F' && c is < '\u1E00' or > '\u1EFF' ? 1 : 0;
            }

            first = first == '\0' && char.IsLetterOrDigit(c) ? c : first;
        }

        Words += first == '\0' ? 0 : 1;
        if (char.IsLower(first))
        {
            LowerWords++;
            PlainLowerWords += IsParticle(word) ? 0 : 1;
        }
    }

    /// <summary>Whether a word can stand uncapitalised inside a name or dateline.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) => word is
        "de" or "van" or "von" or "der" or "den" or "bin" or "al" or "el" or "la" or "di" or "da" or "and" or "in" or "for" or "of" or "the" or "at";
}
