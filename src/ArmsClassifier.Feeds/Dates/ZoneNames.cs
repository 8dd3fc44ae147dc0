using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>The offsets of zones that dates name, in minutes. Of names that stand for several zones the one most met in news counts.</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> s_minutes = Minutes(
        (0, "ut utc gmt wet"), (60, "west bst cet met mez"), (120, "cest mest mesz eet sast"), (180, "eest msk trt"), (240, "msd gst"), (300, "pkt"),
        (330, "ist"), (345, "npt"), (420, "ict wib"), (480, "sgt hkt pht myt awst"), (540, "jst kst"), (570, "acst"), (600, "aest"), (630, "acdt"),
        (660, "aedt"), (720, "nzst"), (780, "nzdt"), (-150, "ndt"), (-180, "brt art adt"), (-210, "nst"), (-240, "clt ast at edt"),
        (-300, "est et cdt"), (-360, "cst ct mdt"), (-420, "mst mt pdt"), (-480, "pst pt akdt"), (-540, "akst"), (-600, "hst"));

    /// <summary>The offset of a zone in minutes, or null where the word names none. Single letters are those of RFC 822.</summary>
    /// <param name="word">The word in lower case.</param>
    public static int? Find(string word)
    {
        if (word.Length == 1 && char.IsAsciiLetterLower(word[0]))
        {
            return word[0] switch
            {
                'z' => 0,
                'j' => null,
                < 'j' => -60 * (word[0] - 'a' + 1),
                <= 'm' => -60 * (word[0] - 'a'),
                char later => 60 * (later - 'n' + 1),
            };
        }

        return s_minutes.TryGetValue(word, out int minutes) ? minutes : null;
    }

    private static FrozenDictionary<string, int> Minutes(params ReadOnlySpan<(int Minutes, string Names)> zones)
    {
        var minutes = new Dictionary<string, int>();
        foreach ((int offset, string names) in zones)
        {
            foreach (string name in names.Split(' '))
            {
                minutes.Add(name, offset);
            }
        }

        return minutes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
