namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads a date as feeds have it: RFC 822 and 2822, W3CDTF and ISO 8601 (cut short, in basic form, by week or day of the year), asctime, and
/// what people and programs write instead: months in other languages, missing parts, parts in another order, zones by name.
/// What cannot be read, and what can be read in two ways, is no date; nothing throws.
/// </summary>
/// <param name="Date">The calendar date as written; the first day where only a month or a year is given.</param>
/// <param name="Moment">The moment, in the offset given or else UTC; null where no time of day is given.</param>
internal readonly record struct FeedDate(DateOnly Date, DateTimeOffset? Moment)
{
    private const int MinYear = 1900;
    private const int MaxYear = 2100;
    private const int LastYearOf2000s = 49;
    private const int MaxOffsetMinutes = 14 * 60;
    private const int KoreanOffsetMinutes = 9 * 60;
    private const long FirstUnixSecond = 100_000_000;
    private const long LastUnixSecond = 4_102_444_800;

    /// <summary>The date that a text holds and nothing else of note, or null.</summary>
    public static FeedDate? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (OfUnixTime(text.AsSpan().Trim()) is { } unix)
        {
            return unix;
        }

        var parts = new DateParts();
        if (!parts.Take(text) || OfCalendar(parts) is not { } date)
        {
            return null;
        }

        return parts.Hour < 0 ? new FeedDate(date, null) : OfTime(date, parts);
    }

    private static FeedDate? OfUnixTime(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (9 or 10 or 13) || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        long seconds = long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) / (digits.Length == 13 ? 1000 : 1);
        if (seconds is < FirstUnixSecond or > LastUnixSecond)
        {
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new FeedDate(DateOnly.FromDateTime(moment.DateTime), moment);
    }

    private static FeedDate? OfTime(DateOnly date, DateParts parts)
    {
        int hour = parts.Hour;
        if (parts.IsAfternoon is { } isAfternoon && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (isAfternoon ? 12 : 0);
        }

        bool isMidnight = hour == 24 && parts.Minute == 0 && parts.Second == 0;
        if (hour > 24 || (hour == 24 && !isMidnight) || parts.Minute > 59 || parts.Second > 60)
        {
            return new FeedDate(date, null);
        }

        int minutes = parts.OffsetMinutes ?? (parts.IsKorean ? KoreanOffsetMinutes : 0);
        minutes = Math.Abs(minutes) <= MaxOffsetMinutes ? minutes : 0;

        // A leap second is the last second of its minute; midnight at the end of a day is the next day's.
        DateTime local = date.ToDateTime(new TimeOnly(hour % 24, parts.Minute, Math.Min(parts.Second, 59))).AddDays(isMidnight ? 1 : 0);
        return new FeedDate(DateOnly.FromDateTime(local), new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)));
    }

    private static DateOnly? OfCalendar(DateParts parts)
    {
        IReadOnlyList<DateNumber> numbers = parts.Numbers;
        if (numbers.Count == 0)
        {
            return null;
        }

        if (parts.Month > 0)
        {
            return OfNamedMonth(parts.Month, numbers);
        }

        DateNumber first = numbers[0];
        if (first.Separator == '年' && first.Digits < 3)
        {
            // The year of an era, which does not count where it is not said which.
            return parts.EraYear > 0 && numbers.Count == 3 ? Create(parts.EraYear + first.Value, numbers[1].Value, numbers[2].Value) : null;
        }

        return (first.Digits, numbers.Count) switch
        {
            (8, 1) => Create(first.Value / 10_000, first.Value / 100 % 100, first.Value % 100),
            (14 or 12, 1) => Create(first.Year, first.Month, first.Day),
            (7, 1) => OfDay(first.Value / 1000, first.Value % 1000),
            (6, 1) => Create(first.Value / 100, first.Value % 100, 1),
            (4, 1) => parts.HasOtherWord ? null : Create(first.Value, 1, 1),
            (4, 2 or 3) when parts.IsWeek => OfWeek(first.Value, numbers[1], numbers.Count == 3 ? numbers[2].Value : 1),
            (4, 2) when numbers[1].Digits == 3 => OfDay(first.Value, numbers[1].Value),
            (4, 2) => Create(first.Value, numbers[1].Value, 1),
            (4, >= 3) => Create(first.Value, numbers[1].Value, numbers[2].Value),
            ( < 3, 2) when numbers[1].Digits == 4 && !parts.HasOtherWord => Create(numbers[1].Value, first.Value, 1),
            ( < 3, >= 3) => OfNumbers(first, numbers[1], numbers[2], parts.IsAfternoon is not null),
            _ => null,
        };
    }

    /// <summary>A day and a year around the name of a month, in either order.</summary>
    private static DateOnly? OfNamedMonth(int month, IReadOnlyList<DateNumber> numbers)
    {
        if (numbers.Count == 1)
        {
            return numbers[0].Digits == 4 ? Create(numbers[0].Value, month, 1) : null;
        }

        DateNumber day = numbers[0];
        DateNumber year = numbers[1];
        if (day.Digits > 2 || day.Value > 31)
        {
            (day, year) = (year, day);
        }

        return Create(year.Digits <= 2 ? OfShortYear(year.Value) : year.Digits == 3 ? 1900 + year.Value : year.Value, month, day.Value);
    }

    /// <summary>Three numbers of which the first is no year: day first where that is sure or the usage of the separator.</summary>
    private static DateOnly? OfNumbers(DateNumber first, DateNumber second, DateNumber third, bool isTwelveHours)
    {
        if (third.Digits <= 2 && first.Value > 31)
        {
            return Create(OfShortYear(first.Value), second.Value, third.Value);
        }

        int year = third.Digits == 4 ? third.Value : third.Digits == 2 ? OfShortYear(third.Value) : 0;
        bool isDayFirst = first.Value > 12 || first.Separator == '.';
        bool isMonthFirst = second.Value > 12 || isTwelveHours || first.Value == second.Value;
        if (isDayFirst || isMonthFirst)
        {
            return isDayFirst ? Create(year, second.Value, first.Value) : Create(year, first.Value, second.Value);
        }

        return third.Digits <= 2 && first.Separator == '-' ? Create(OfShortYear(first.Value), second.Value, third.Value) : null;
    }

    private static DateOnly? OfDay(int year, int day) =>
        IsYear(year) && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;

    private static DateOnly? OfWeek(int year, DateNumber week, int day)
    {
        (int number, int weekday) = week.Digits == 3 ? (week.Value / 10, week.Value % 10) : (week.Value, day);
        bool isThere = IsYear(year) && number is >= 1 and <= 53 && weekday is >= 1 and <= 7;
        return isThere ? DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, number, (DayOfWeek)(weekday % 7))) : null;
    }

    private static int OfShortYear(int value) => value + (value <= LastYearOf2000s ? 2000 : 1900);

    private static bool IsYear(int year) => year is >= MinYear and <= MaxYear;

    private static DateOnly? Create(int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
