using System.Buffers;

namespace ArmsClassifier.Text;

/// <summary>
/// What one UTF-16 character becomes in folded text: no byte, one byte or two. Accents, width variants, ligatures and typographic
/// punctuation fold to ASCII, invisible characters vanish, currency signs become <c>$</c>, and a letter of another script becomes
/// one byte of 0x80 or above, so that it still counts as part of a word.
/// </summary>
/// <remarks>The table is the project's own: the runtime's normal forms depend on the globalization data of the machine.</remarks>
internal static class CharFolding
{
    /// <summary>The most bytes that one character folds to.</summary>
    public const int MaxBytesPerChar = 2;

    // Base letters of U+00C0..U+017F, two columns a character; a blank second column means one byte.
    private const string LatinLetters =
        "A A A A A A AEC E E E E I I I I D N O O O O O x O U U U U Y Thssa a a a a a aec e e e e i i i i d n o o o o o - o u u u u y thy " +
        "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i IJijJ j K k k L l L l L l L " +
        "l L l N n N n N n n N n O o O o O o OEoeR r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s ";

    // Base letters of U+1E00..U+1EFF.
    private const string LatinAdditional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" +
        "WwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy";

    private static readonly SearchValues<char> s_invisible = SearchValues.Create(
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E" +
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFE00\uFE0F\uFEFF");

    /// <summary>Folds <paramref name="c"/> into <paramref name="first"/> and <paramref name="second"/>.</summary>
    /// <returns>The number of bytes, 0 to 2.</returns>
    public static int Fold(char c, out byte first, out byte second)
    {
        second = 0;
        if (c < 0x80)
        {
            first = (byte)c;
            return 1;
        }

        if (c is >= '\u00C0' and <= '\u017F')
        {
            int column = (c - '\u00C0') * 2;
            first = (byte)LatinLetters[column];
            second = (byte)LatinLetters[column + 1];
            return second == ' ' ? 1 : 2;
        }

        return FoldOther(c, out first, out second);
    }

    private static int FoldOther(char c, out byte first, out byte second)
    {
        second = 0;
        first = (byte)' ';
        if (c is (>= '\u0300' and <= '\u036F') || s_invisible.Contains(c))
        {
            return 0;
        }

        switch (c)
        {
            case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u02BB' or '\u00B4' or '\uFF07':
                first = (byte)'\'';
                return 1;
            case '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' or '\uFF02':
                first = (byte)'"';
                return 1;
            case >= '\u2010' and <= '\u2015' or '\u2212':
                first = (byte)'-';
                return 1;
            case '\u2026':
                first = (byte)'.';
                return 1;
            case '\u00A3' or '\u00A5' or '\u00A2' or (>= '\u20A0' and <= '\u20CF'):
                first = (byte)'$';
                return 1;
            case '\u2028' or '\u2029' or '\u0085':
                first = (byte)'\n';
                return 1;
            case >= '\uFF01' and <= '\uFF5E':
                first = (byte)(c - 0xFEE0);
                return 1;
            case >= '\u1E00' and <= '\u1EFF':
                first = (byte)LatinAdditional[c - '\u1E00'];
                return 1;
            case >= '\uFB00' and <= '\uFB06':
                first = (byte)"fffffss"[c - '\uFB00'];
                second = (byte)"fililtt"[c - '\uFB00'];
                return 2;
            default:
                first = char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? (byte)(0x80 | (c & 0x7F)) : (byte)' ';
                return 1;
        }
    }
}
