using System.Collections.Frozen;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>What charset a label in a document or header means (WHATWG Encoding Standard, "Names and labels").</summary>
internal static class CharsetLabels
{
    private const int MaxLabelChars = 40;

    /// <summary>Labels that the framework does not know, or that mean a larger charset on the web than in their standard.</summary>
    private static readonly FrozenDictionary<string, string> s_meanings = new Dictionary<string, string>
    {
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso88591"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["8859-1"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["x-cp1252"] = "windows-1252",
        ["win-1252"] = "windows-1252",
        ["latin2"] = "iso-8859-2",
        ["latin-2"] = "iso-8859-2",
        ["latin9"] = "iso-8859-15",
        ["latin-9"] = "iso-8859-15",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["cp-1251"] = "windows-1251",
        ["win-1251"] = "windows-1251",
        ["win1251"] = "windows-1251",
        ["cp1253"] = "windows-1253",
        ["cp1254"] = "windows-1254",
        ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256",
        ["koi8"] = "koi8-r",
        ["gb2312"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["gb_2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["chinese"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["x-x-big5"] = "big5",
        ["cp950"] = "big5",
        ["euc-kr"] = "ks_c_5601-1987",
        ["euckr"] = "ks_c_5601-1987",
        ["ksc5601"] = "ks_c_5601-1987",
        ["ks_c_5601"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987",
        ["uhc"] = "ks_c_5601-1987",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["ms_kanji"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["mac"] = "macintosh",
        ["x-mac-roman"] = "macintosh",
        ["cp866"] = "ibm866",
        ["unicode"] = "utf-16",
        ["ucs-2"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["iso-10646-ucs-4"] = "utf-32",
        ["ucs-4"] = "utf-32",
        ["utf-16le"] = "utf-16",
        ["cp037"] = "ibm037",
        ["ebcdic-cp-us"] = "ibm037",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static CharsetLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that a label stands for, or null where it stands for none that is safe to read.</summary>
    /// <param name="label">The label as written, quotes and blanks included.</param>
    public static Encoding? Find(string? label)
    {
        string name = (label ?? "").Trim().Trim('"', '\'').Trim();
        if (name.Length is 0 or > MaxLabelChars || name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Get(s_meanings.GetValueOrDefault(name, name));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>An encoding by the name that this library uses for it.</summary>
    public static Encoding Get(string name) => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
}
