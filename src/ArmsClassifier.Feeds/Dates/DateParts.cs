using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>The parts of a written date: numbers, the name of a month, a time of day, an offset.</summary>
internal sealed class DateParts
{
    private const int MaxChars = 120;
    private const int MaxNumbers = 5;
    private const int MaxWords = 14;

    private readonly List<DateNumber> _numbers = [];
    private string _text = "";
    private int _at;

    /// <summary>The numbers of the date in order.</summary>
    public IReadOnlyList<DateNumber> Numbers => _numbers;

    /// <summary>The month that is named, or 0.</summary>
    public int Month { get; private set; }

    /// <summary>The hour, or -1 where no time is given.</summary>
    public int Hour { get; private set; } = -1;

    /// <summary>The minute.</summary>
    public int Minute { get; private set; }

    /// <summary>The second, up to 60.</summary>
    public int Second { get; private set; }

    /// <summary>Whether a time of twelve hours is in the afternoon; null where the time is of twenty-four hours.</summary>
    public bool? IsAfternoon { get; private set; }

    /// <summary>The offset in minutes, or null where none is given.</summary>
    public int? OffsetMinutes { get; private set; }

    /// <summary>Whether the date is by weeks, as <c>2004-W31-2</c>.</summary>
    public bool IsWeek { get; private set; }

    /// <summary>The year before the first of the Japanese era that is named, or 0.</summary>
    public int EraYear { get; private set; }

    /// <summary>Whether a word was met that is part of no date.</summary>
    public bool HasOtherWord { get; private set; }

    /// <summary>Whether the date is written in Korean.</summary>
    public bool IsKorean { get; private set; }

    /// <summary>Takes the parts of a text; false where it holds too much to be a date.</summary>
    public bool Take(string text)
    {
        _text = WithAsciiDigits(LineBreaks.Trim(text).ToString().ToLowerInvariant());
        int words = 0;
        while (_at < _text.Length && _text.Length <= MaxChars)
        {
            char c = _text[_at];
            if (char.IsAsciiDigit(c))
            {
                TakeNumber();
            }
            else if (char.IsLetter(c))
            {
                TakeWord();
                words++;
            }
            else if (c is '+' or '-' or '−' && Hour >= 0 && IsDigit(_at + 1) && OffsetMinutes is null or 0)
            {
                TakeOffset();
            }
            else
            {
                _at++;
            }
        }

        return _text.Length <= MaxChars && _numbers.Count <= MaxNumbers && words <= MaxWords;
    }

    /// <summary>A text with the decimal digits of every script as those of ASCII.</summary>
    private static string WithAsciiDigits(string text)
    {
        if (text.Length > MaxChars || !text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (digits, source) =>
        {
            for (int i = 0; i < digits.Length; i++)
            {
                digits[i] = char.IsDigit(source[i]) ? (char)('0' + (int)char.GetNumericValue(source[i])) : source[i];
            }
        });
    }

    private bool IsDigit(int at) => at < _text.Length && char.IsAsciiDigit(_text[at]);

    private char At(int at) => at < _text.Length ? _text[at] : '\0';

    private int Digits(int maxDigits, out int length)
    {
        int value = 0;
        length = 0;
        while (IsDigit(_at))
        {
            value = length < maxDigits ? (value * 10) + (_text[_at] - '0') : value;
            length++;
            _at++;
        }

        return value;
    }

    private void TakeNumber()
    {
        int begin = _at;
        int value = Digits(8, out int length);
        bool isAfterT = begin >= 2 && _text[begin - 1] == 't' && char.IsAsciiDigit(_text[begin - 2]);
        if (Hour < 0 && length <= 2 && IsTimeSeparator(At(_at)) && (IsDigit(_at + 1) || At(_at) is '시' or '時' or '时'))
        {
            TakeTime(value);
        }
        else if (Hour < 0 && isAfterT && length is 2 or 4 or 6)
        {
            (Hour, Minute, Second) = length switch
            {
                2 => (value, 0, 0),
                4 => (value / 100, value % 100, 0),
                _ => (value / 10_000, value / 100 % 100, value % 100),
            };
            SkipFraction();
        }
        else if (length is 12 or 14 && Hour < 0)
        {
            // All in one, as 20040708235658.
            _numbers.Add(new DateNumber(value, length, At(_at)));
            (Hour, Minute) = (Two(begin + 8), Two(begin + 10));
            Second = length == 14 ? Two(begin + 12) : 0;
        }
        else if (IsTwelveHours(length))
        {
            Hour = value;
        }
        else
        {
            _numbers.Add(new DateNumber(value, length, At(_at)));
        }
    }

    /// <summary>Whether a number is an hour for the word behind it, as <c>7 pm</c>.</summary>
    private bool IsTwelveHours(int length)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at).TrimStart();
        return Hour < 0 && length <= 2 && (rest.StartsWith("am", StringComparison.Ordinal) || rest.StartsWith("pm", StringComparison.Ordinal))
            && (rest.Length == 2 || !char.IsLetter(rest[2]));
    }

    private static bool IsTimeSeparator(char c) => c is ':' or 'h' or '시' or '時' or '时' or '：';

    private int Two(int at) => ((_text[at] - '0') * 10) + (_text[at + 1] - '0');

    private void TakeTime(int hour)
    {
        Hour = hour;
        _at++;
        SkipBlanks();
        Minute = Digits(4, out _);
        if (At(_at) is ':' or 'm' or '분' or '分' or '：' && (IsDigit(_at + 1) || (At(_at) is '분' or '分' && IsDigit(_at + 2))))
        {
            _at++;
            SkipBlanks();
            Second = Digits(4, out _);
        }

        SkipFraction();
    }

    private void SkipBlanks()
    {
        while (At(_at) == ' ')
        {
            _at++;
        }
    }

    private void SkipFraction()
    {
        if (At(_at) is '.' or ',' && IsDigit(_at + 1))
        {
            _at++;
            Digits(1, out _);
        }
    }

    private void TakeOffset()
    {
        int sign = _text[_at++] == '+' ? 1 : -1;
        int value = Digits(4, out int length);
        int minutes = length <= 2 ? value * 60 : (value / 100 * 60) + (value % 100);
        if (At(_at) == ':' && IsDigit(_at + 1))
        {
            _at++;
            minutes += Digits(2, out _);
        }

        OffsetMinutes = sign * minutes;
    }

    private void TakeWord()
    {
        int begin = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || char.GetUnicodeCategory(_text[_at]) == UnicodeCategory.NonSpacingMark))
        {
            _at++;
        }

        string word = _text[begin.._at];
        IsKorean |= word is "년" or "월" or "일" or "오전" or "오후";
        switch (word)
        {
            case "am" or "오전" or "上午" or "午前":
                IsAfternoon = false;
                return;
            case "pm" or "오후" or "下午" or "午後":
                IsAfternoon = true;
                return;
            case "a" or "p" when At(_at) == '.' && At(_at + 1) == 'm':
                IsAfternoon = word == "p";
                _at += 2;
                return;
            case "w" when IsDigit(_at):
                IsWeek = true;
                return;
            case "令和" or "平成" or "昭和" when IsDigit(_at):
                EraYear = word switch { "令和" => 2018, "平成" => 1988, _ => 1925 };
                return;
        }

        if (MonthNames.Find(word) is > 0 and int month)
        {
            // Of two that could be months the later one is: the first is a weekday, as in "mar, 04 gen 2005".
            Month = month;
        }
        else if (Hour >= 0 && (OffsetMinutes is null) && ZoneNames.Find(word) is { } zone)
        {
            OffsetMinutes = zone;
        }
        else
        {
            HasOtherWord = true;
        }
    }
}
