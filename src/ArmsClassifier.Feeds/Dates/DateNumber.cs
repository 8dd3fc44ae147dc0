namespace ArmsClassifier.Feeds;

/// <summary>A number in a date.</summary>
/// <param name="Value">Its value; of more than eight digits, that of the first eight.</param>
/// <param name="Digits">How many digits it is written with.</param>
/// <param name="Separator">The character behind it, or NUL.</param>
internal readonly record struct DateNumber(int Value, int Digits, char Separator)
{
    /// <summary>The year of a number that begins as year, month and day.</summary>
    public int Year => Value / 10_000;

    /// <summary>The month of such a number.</summary>
    public int Month => Value / 100 % 100;

    /// <summary>The day of such a number.</summary>
    public int Day => Value % 100;
}
