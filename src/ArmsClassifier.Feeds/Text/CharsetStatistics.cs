using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Guesses the charset of bytes that are not UTF-8 and do not say what they are: the one in which most characters beyond ASCII are common
/// letters of one script in a likely place. Made to tell scripts apart; two charsets of one script can be taken for each other.
/// </summary>
internal static class CharsetStatistics
{
    private const int MaxSampleBytes = 16 << 10;

    /// <summary>Score of a Chinese character that is not among the most common.</summary>
    private const double RareIdeograph = 0.35;

    private static readonly string[] s_candidates =
    [
        "windows-1252", "windows-1251", "windows-1250", "koi8-r", "windows-1253", "windows-1255", "windows-1256", "windows-874",
        "shift_jis", "euc-jp", "gb18030", "big5", "ks_c_5601-1987",
    ];

    private static readonly Encoding[] s_encodings = Array.ConvertAll(s_candidates, CharsetLabels.Get);

    private static readonly SearchValues<char> s_commonIdeographs = SearchValues.Create(
        "的一是不了在有人中国大来上个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
        + "國來個說們為時會學對過裡後麼沒於還發當無開見經頭動兩長軍報導新聞政府美総選挙首相発表会議東京年月日大臣防衛省");

    private static readonly SearchValues<char> s_commonHangul = SearchValues.Create(
        "이다의는에을고가한지로기하사은도를대해시자인어전국정나리서들부스만으제보라과일있수장아조상비공구그원주여했미안성");

    private static readonly SearchValues<char> s_commonCyrillic = SearchValues.Create("оеаинтсрвлкмдпуязыьбгОЕАИНТСРВЛКМДПУ");

    private static readonly SearchValues<char> s_rareCyrillic = SearchValues.Create("шщъюэцфёЪЫЬЩЭЮЙ");

    private static readonly SearchValues<char> s_commonGreek = SearchValues.Create("αοιετσνηυρπκμλωςόάίέύήώΑΟΙΕΤΣΝΗΚΠΜ");

    private static readonly SearchValues<char> s_commonHebrew = SearchValues.Create("יוהלארתשמבנ");

    private static readonly SearchValues<char> s_commonWestern = SearchValues.Create("éèêëàâáäãåæçîïíìñôöóòõøœûüúùßýÉÀÁÄÅÖÜØÇÑ");

    private static readonly SearchValues<char> s_commonCentral = SearchValues.Create("ąćęłńóśźżáčďéěíňřšťúůýžőöűüăâîşţŁŚŻČŘŠŽ");

    private static readonly SearchValues<char> s_typography = SearchValues.Create("“”‘’„‚–—…•€£§©®™°«»·´²½¼¾ ¿¡");

    /// <summary>The most likely charset of some bytes; windows-1252 where nothing speaks for another.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        byte[] sample = bytes[..Math.Min(bytes.Length, MaxSampleBytes)].ToArray();
        Encoding best = s_encodings[0];

        // A few bytes say little: the charset that is most met needs less to speak for it.
        double top = Score(best, sample) + (1.0 / Math.Max(1, CountBeyondAscii(sample)));
        foreach (Encoding candidate in s_encodings.AsSpan(1))
        {
            double score = Score(candidate, sample);
            if (score > top + 1e-9)
            {
                (best, top) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>Whether every byte has a meaning in an encoding; a character cut off at the end does not count.</summary>
    /// <param name="encoding">An encoding of <see cref="CharsetLabels"/>, which gives U+FFFD for what has none.</param>
    /// <param name="bytes">The bytes.</param>
    public static bool CanDecode(Encoding encoding, ReadOnlySpan<byte> bytes) => Decode(encoding, bytes.ToArray()) is not null;

    /// <summary>Whether ASCII bytes hold the escape sequences of ISO-2022-JP.</summary>
    public static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\u001b$B"u8) >= 0 && bytes.IndexOf("\u001b(B"u8) >= 0 && !bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);

    private static string? Decode(Encoding encoding, byte[] bytes)
    {
        char[] chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        int length = encoding.GetDecoder().GetChars(bytes, 0, bytes.Length, chars, 0, flush: false);
        return Array.IndexOf(chars, '\uFFFD', 0, length) >= 0 ? null : new string(chars, 0, length);
    }

    private static int CountBeyondAscii(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte b in bytes)
        {
            count += b >= 0x80 ? 1 : 0;
        }

        return count;
    }

    private static double Score(Encoding encoding, byte[] bytes)
    {
        if (Decode(encoding, bytes) is not { } text)
        {
            return double.NegativeInfinity;
        }

        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u0080')
            {
                sum += Score(text, i, encoding.CodePage);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double Score(string text, int at, int codePage)
    {
        char c = text[at];
        char before = at > 0 ? text[at - 1] : ' ';
        char after = at + 1 < text.Length ? text[at + 1] : ' ';
        return c switch
        {
            < '\u00A0' or '\uFFFD' => -2,
            >= '\uE000' and <= '\uF8FF' => -2,
            >= '\uFF61' and <= '\uFF9F' => -0.5,
            >= '\u3040' and <= '\u30FF' => 1,
            >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF5E' => 0.8,
            >= '\uAC00' and <= '\uD7A3' => s_commonHangul.Contains(c) ? 1 : 0.45,
            >= '\u4E00' and <= '\u9FFF' => codePage == 949 ? 0.1 : s_commonIdeographs.Contains(c) ? 1 : RareIdeograph,
            >= '\u3400' and <= '\u4DBF' or >= '\uD800' and <= '\uDFFF' => -1,
            >= '\u2500' and <= '\u25A0' => -1,
            _ when s_typography.Contains(c) => char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '–' or '—' or '\u00A0' or '·') ? -0.5 : 0.7,
            _ when char.IsLetter(c) => Letter(c, before, after, codePage),
            _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => 0.7,
            _ => -0.3,
        };
    }

    private static double Letter(char c, char before, char after, int codePage)
    {
        bool isLower = char.IsLower(c);
        bool follows = char.IsLower(before) || (before >= '\u0080' && char.IsLetter(before));
        double place = char.IsUpper(c) && char.IsLower(before) ? -0.8 : isLower && char.IsUpper(before) && char.IsUpper(after) ? -0.4 : 0;
        bool isMixed = IsOtherScript(c, before) || IsOtherScript(c, after);
        double worth = codePage switch
        {
            1251 or 20866 => s_commonCyrillic.Contains(c) ? 1 : s_rareCyrillic.Contains(c) ? 0.1 : 0.6,
            1253 => s_commonGreek.Contains(c) ? 1 : 0.4,
            1255 => s_commonHebrew.Contains(c) ? 1 : 0.6,
            874 => 0.6,
            1252 => s_commonWestern.Contains(c) ? 0.9 : 0.2,
            1250 => s_commonCentral.Contains(c) ? 0.89 : 0.2,
            _ => 0.8,
        };

        // Accented letters of the Latin script stand alone among plain ones; where they are many together they are letters of another script.
        bool isLatin = codePage is 1250 or 1252;
        double crowd = isLatin && before >= '\u00C0' && after >= '\u00C0' && char.IsLetter(before) && char.IsLetter(after) ? -1 : 0;
        return worth + place + crowd + (isMixed ? -0.8 : 0) + (follows && isLower ? 0.05 : 0);
    }

    /// <summary>Whether a letter of a script other than Latin touches a Latin letter.</summary>
    private static bool IsOtherScript(char letter, char neighbour) => letter >= '\u0370' && char.IsAsciiLetter(neighbour);
}
