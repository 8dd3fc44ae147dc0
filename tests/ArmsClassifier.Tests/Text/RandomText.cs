using System.Text;

namespace ArmsClassifier.Tests.Text;

/// <summary>Texts that nobody would write, the same in every run.</summary>
internal static class RandomText
{
    private static readonly string[] s_words =
    [
        "arms", "deal", "Poland", "signed", "a", "contract", "to", "buy", "96", "helicopters", "U.S.", "embargo", "the", "Saudi", "Arabia",
        "$4.5", "billion", "vetoed", "missiles", "S-400", "ambassador", "recalled", "why", "analysts", "20%", "2018", "F-16s", "howitzers",
        "\u20AC3m", "Erdo\u011Fan", "\u201Cno\u201D", "caf\u00E9", "re\u00ADexport",
        "zero\u200Bwidth", "\uFF21\uFF32\uFF2D\uFF33", "\U0001F680",
        "\u0440\u0430\u043A\u0435\u0442\u044B", "\u6B66\u5668", "o\uFB03ce", "\uD83D", "\uDE00", "\u00C6gir", "Mr.", "e\u0301lan",
    ];

    private static readonly string[] s_separators =
        [" ", " ", " ", " ", ", ", ". ", "; ", "-", "\u2014", "\n", "", "\u00A0", "\u2026", " (", ") ", "\u200D", "\0", "'"];

    private static readonly string[] s_interesting =
    [
        "\u0000", "\u007F", "\u0080", "\u00AD", "\u0130", "\u0149", "\u0301", "\u200B", "\u202E",
        "\u2028", "\uD800", "\uDBFF", "\uDC00", "\uDFFF", "\uFEFF", "\uFFFF",
    ];

    /// <summary>Random UTF-16 characters of every kind, lone surrogates included.</summary>
    public static string Characters(Random random, int maxLength)
    {
        var text = new StringBuilder();
        for (int left = random.Next(maxLength + 1); left > 0; left--)
        {
            _ = random.Next(6) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append(s_interesting[random.Next(s_interesting.Length)]),
                2 => text.Append((char)random.Next(0x80, 0x300)),
                3 => text.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x110000))),
                _ => text.Append((char)random.Next(0x20, 0x7F)),
            };
        }

        return text.ToString();
    }

    /// <summary>Words of the trade in any order, joined by anything.</summary>
    public static string Words(Random random, int maxWords)
    {
        var text = new StringBuilder();
        for (int left = random.Next(maxWords + 1); left > 0; left--)
        {
            text.Append(s_words[random.Next(s_words.Length)]).Append(s_separators[random.Next(s_separators.Length)]);
        }

        return text.ToString();
    }
}
