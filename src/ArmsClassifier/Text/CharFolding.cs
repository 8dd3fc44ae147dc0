namespace ArmsClassifier.Text;

/// <summary>
/// What one UTF-16 character becomes in folded text: up to three bytes. Accents, width variants, ligatures and typographic
/// punctuation fold to ASCII, invisible characters vanish, currency signs become <c>$</c>, and a letter of another script becomes
/// one byte of 0x80 or above, so that it still counts as part of a word.
/// </summary>
/// <remarks>The table is the project's own: the runtime's normal forms depend on the globalization data of the machine.</remarks>
internal static class CharFolding
{
    /// <summary>The most bytes that one character folds to.</summary>
    public const int MaxBytesPerChar = 3;

    // Base letters of U+00C0..U+017F, two columns a character; a blank second column means one byte.
    private const string LatinLetters =
        "A A A A A A AEC E E E E I I I I D N O O O O O x O U U U U Y Thssa a a a a a aec e e e e i i i i d n o o o o o - o u u u u y thy " +
        "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i IJijJ j K k k L l L l L l L " +
        "l L l N n N n N n n N n O o O o O o OEoeR r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s ";

    // The same of U+0180..U+024F.
    private const string LatinExtended =
        "b B B b x x O C c D D D d d E E E F f G G hvI I K k l l M N n O O o OIoiP p R S s S s t T t T U u U V Y y Z z Z Z z z 2 5 5 t w " +
        "l l l ! DZDzdzLJLjljNJNjnjA a I i O o U u U u U u U u U u e A a A a AEaeG g G g K k O o O o Z z j DZDzdzG g HvW N n A a AEaeO o " +
        "A a A a E e E e I i I i O o O o R r R r U u U u S s T t Y y H h N d OUouZ z A a E e O o O o O o O o Y y l n t j dbqpA C c L T s " +
        "z x x B U V E e J j Q q R r Y y ";

    // Base letters of U+1E00..U+1EFF.
    private const string LatinAdditional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" +
        "WwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy";

    /// <summary>Folds <paramref name="c"/> into <paramref name="bytes"/>, which has room for <see cref="MaxBytesPerChar"/>.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Fold(char c, Span<byte> bytes)
    {
        switch (c)
        {
            case < '\u0080':
                return One(bytes, c);
            case >= '\u00C0' and <= '\u017F':
                return Letters(bytes, LatinLetters, c - '\u00C0');
            case >= '\u0180' and <= '\u024F':
                return Letters(bytes, LatinExtended, c - '\u0180');
            case >= '\u1E00' and <= '\u1EFF':
                return One(bytes, LatinAdditional[c - '\u1E00']);
            case >= '\uFB00' and <= '\uFB06':
                return Ligature(bytes, c);
            case >= '\uFF01' and <= '\uFF5E':
                return One(bytes, (char)(c - 0xFEE0));
            default:
                return IsInvisible(c) ? 0 : One(bytes, Sign(c));
        }
    }

    /// <summary>Combining marks and characters that take no room on the page.</summary>
    private static bool IsInvisible(char c) => c is
        (>= '\u0300' and <= '\u036F') or '\u00AD' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F')
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u3164'
        or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F') or '\uFEFF' or '\uFFA0';

    /// <summary>The ASCII sign that stands for <paramref name="c"/>, a byte of 0x80 or above for a letter of another script, or a space.</summary>
    private static char Sign(char c)
    {
        switch (c)
        {
            case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u02BB' or '\u00B4':
                return '\'';
            case '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB':
                return '"';
            case >= '\u2010' and <= '\u2015' or '\u2212':
                return '-';
            case '\u2026':
                return '.';
            case '\u00A2' or '\u00A3' or '\u00A5' or (>= '\u20A0' and <= '\u20CF') or '\uFFE0' or '\uFFE1' or '\uFFE5' or '\uFFE6':
                return '$';
            case '\u2028' or '\u2029' or '\u0085':
                return '\n';
            default:
                return char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? (char)(0x80 | (c & 0x7F)) : ' ';
        }
    }

    private static int One(Span<byte> bytes, char c)
    {
        bytes[0] = (byte)c;
        return 1;
    }

    private static int Letters(Span<byte> bytes, string table, int row)
    {
        bytes[0] = (byte)table[row * 2];
        bytes[1] = (byte)table[(row * 2) + 1];
        return bytes[1] == ' ' ? 1 : 2;
    }

    private static int Ligature(Span<byte> bytes, char c)
    {
        ReadOnlySpan<byte> letters = (c - '\uFB00') switch
        {
            0 => "ff"u8,
            1 => "fi"u8,
            2 => "fl"u8,
            3 => "ffi"u8,
            4 => "ffl"u8,
            _ => "st"u8,
        };
        letters.CopyTo(bytes);
        return letters.Length;
    }
}
