namespace ArmsClassifier.Feeds;

/// <summary>The months in the languages that dates of feeds are written in, by the first letters of their names.</summary>
internal static class MonthNames
{
    private const int MinChars = 3;

    /// <summary>Beginnings of the names in lower case, month by month. The longest that fits counts.</summary>
    private static readonly string[][] s_stems =
    [
        ["jan", "ene", "gen", "sty", "ian", "янв", "січ", "ιαν", "oca", "led", "tam", "jän", "ينا"],
        ["feb", "fév", "fev", "lut", "фев", "лют", "φεβ", "şub", "sub", "úno", "uno", "hel", "febr", "فبر"],
        ["mar", "mär", "mae", "mrt", "maa", "már", "мар", "бер", "μαρ", "μάρ", "bře", "bre", "مار"],
        ["apr", "abr", "avr", "kwi", "ápr", "апр", "кві", "απρ", "nis", "dub", "huh", "أبر"],
        ["may", "mai", "mag", "mei", "maj", "máj", "мая", "май", "тра",
            "μαι", "μαϊ", "μάι", "μάϊ", "μαΐ", "kvě", "kve", "tou", "ماي"],
        ["jun", "juin", "giu", "cze", "jún", "iun", "июн", "чер", "ιουν", "ιούν", "ιον", "haz", "čer", "kes", "يون"],
        ["jul", "juil", "lug", "lip", "júl", "iul", "июл", "лип", "ιουλ", "ιούλ", "ιολ", "tem", "červenec", "čvc", "hei", "يول"],
        ["aug", "ago", "aoû", "aou", "sie", "авг", "сер", "αυγ", "αύγ", "ağu", "agu", "srp", "elo", "avg", "أغس"],
        ["sep", "set", "wrz", "sze", "сен", "вер", "σεπ", "eyl", "zář", "zar", "syy", "سبت"],
        ["oct", "okt", "ott", "out", "paź", "paz", "окт", "жов", "οκτ", "eki", "říj", "rij", "lok", "أكت"],
        ["nov", "lis", "noi", "ноя", "лис", "νοε", "νοέ", "kas", "marras", "نوف"],
        ["dec", "dez", "dic", "déc", "des", "gru", "дек", "гру", "δεκ", "ara", "pro", "jou", "ديس"],
    ];

    /// <summary>The number of the month that a word names, or 0.</summary>
    /// <param name="word">The word in lower case.</param>
    public static int Find(ReadOnlySpan<char> word)
    {
        int month = 0;
        int longest = MinChars - 1;
        for (int i = 0; i < s_stems.Length && word.Length >= MinChars; i++)
        {
            foreach (string stem in s_stems[i])
            {
                if (stem.Length > longest && word.StartsWith(stem, StringComparison.Ordinal))
                {
                    (month, longest) = (i + 1, stem.Length);
                }
            }
        }

        return month;
    }
}
