namespace ArmsClassifier.Feeds;

/// <summary>Recognises lines that only say who wrote, where and when.</summary>
internal static class Byline
{
    private const int MaxWords = 14;
    private const int MaxLowerWords = 6;
    private const int MaxNameWords = 6;
    private const int MaxPlaceWords = 3;

    private static readonly string[] s_weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
            "thurs", "fri", "sat", "sun"];

    private static readonly string[] s_cues =
        ["by", "posted", "published", "updated", "modified", "last", "on", "at", "date", "written", "reported"];

    private static readonly string[] s_clock =
        ["am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "et", "cet", "cest", "bst", "msk", "ist", "min", "mins", "minute",
            "minutes", "hour", "hours", "hrs", "h", "m", "d", "day", "days", "week", "weeks", "ago", "read", "yesterday", "today"];

    /// <summary>Whether the line is a byline, a date or a dateline, and nothing else.</summary>
    public static bool Is(PageLine line)
    {
        if (line.Words > MaxWords || line.PlainLowerWords > MaxLowerWords || (line.IsProse && line.End != '.'))
        {
            return false;
        }

        Counts counts = default;
        foreach (Range range in line.Text.AsSpan().SplitAny(" \t\u00A0|,;()·•/"))
        {
            counts.Add(line.Text.AsSpan()[range].Trim(".:–—-[]\u200B"));
        }

        if (counts.Other > 0 || counts.Digits + counts.Words == 0)
        {
            return false;
        }

        bool opensBy = line.Text.StartsWith("By ", StringComparison.Ordinal) || line.Text.StartsWith("BY ", StringComparison.Ordinal);
        bool hasDate = NewsDate.Find(line.Text) is not null;
        bool isPlaced = line.Text.Contains(',') || counts.Capitals == counts.Words;
        return (hasDate && counts.Words <= MaxNameWords)
            || (opensBy && counts.Words is > 0 and <= MaxNameWords + MaxPlaceWords && line.End is not ('?' or '!'))
            || (counts.Cues > 0 && counts.Clock > 0 && counts.Words <= MaxNameWords)
            || (counts.Clock > 0 && counts.Digits > 0 && counts.Words <= 1)
            || (counts.Words == 0 && (counts.Months > 0 || counts.Weekdays > 0 || counts.Clock > 0))
            || (counts.Words <= MaxPlaceWords && isPlaced && line.End != '?'
                && (counts.Weekdays > 0 || (counts.Months > 0 && counts.Digits > 0)));
    }

    private struct Counts
    {
        public int Words;
        public int Capitals;
        public int Digits;
        public int Months;
        public int Weekdays;
        public int Clock;
        public int Cues;
        public int Other;

        public void Add(ReadOnlySpan<char> word)
        {
            if (word.IsEmpty)
            {
                return;
            }

            ReadOnlySpan<char> letters = word.TrimStart("0123456789:.+-");
            bool isShort = letters.Length <= 2 || char.IsAsciiDigit(letters[^1]);
            if (letters.Length < word.Length && (isShort || NewsDate.Month(letters.TrimEnd("0123456789")) > 0))
            {
                Digits++;
                Clock += word.Contains(':') || Matches(letters, s_clock) ? 1 : 0;
            }
            else if (NewsDate.Month(word) > 0)
            {
                Months++;
            }
            else if (Matches(word, s_weekdays))
            {
                Weekdays++;
            }
            else if (Matches(word, s_clock))
            {
                Clock++;
            }
            else if (Matches(word, s_cues))
            {
                Cues++;
            }
            else if (char.IsUpper(word[0]))
            {
                Words++;
                Capitals += word.Length > 1 && !word.ContainsAnyInRange('a', 'z') ? 1 : 0;
            }
            else if (!PageLine.IsParticle(word))
            {
                Other++;
            }
        }

        private static bool Matches(ReadOnlySpan<char> word, string[] words)
        {
            foreach (string other in words)
            {
                if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
