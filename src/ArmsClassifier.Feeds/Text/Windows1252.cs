namespace ArmsClassifier.Feeds;

/// <summary>
/// What windows-1252 has where Unicode has control characters. Old pages and feeds mean it when they write <c>&amp;#146;</c>, and when their text was
/// passed on as ISO 8859-1. The same as the framework's code page, which would have to be loaded.
/// </summary>
internal static class Windows1252
{
    /// <summary>The first of these control characters.</summary>
    public const char FirstControl = '\u0080';

    /// <summary>The last of them.</summary>
    public const char LastControl = '\u009F';

    private const string Characters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>What a character means: one of these control characters what windows-1252 has there, any other itself.</summary>
    public static char Meant(char c) => c is >= FirstControl and <= LastControl ? Characters[c - FirstControl] : c;
}
