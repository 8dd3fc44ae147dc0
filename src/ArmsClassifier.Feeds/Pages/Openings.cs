namespace ArmsClassifier.Feeds;

/// <summary>A set of beginnings, case aside, kept by their first letter.</summary>
internal sealed class Openings
{
    private const int Letters = 128;

    private readonly string[]?[] _byLetter = new string[]?[Letters];
    private readonly string[] _others;

    public Openings(string[] openings)
    {
        _others = Array.FindAll(openings, opening => Letter(opening[0]) < 0);
        foreach (string opening in openings)
        {
            int letter = Letter(opening[0]);
            if (letter >= 0)
            {
                _byLetter[letter] ??= Array.FindAll(openings, other => Letter(other[0]) == letter);
            }
        }
    }

    /// <summary>Whether one of the beginnings begins the text.</summary>
    public bool Begin(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        int letter = Letter(text[0]);
        foreach (string opening in letter < 0 ? _others : _byLetter[letter] ?? [])
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Letter(char c) => char.IsAscii(c) ? char.ToLowerInvariant(c) : -1;
}
