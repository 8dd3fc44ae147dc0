using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>Recognises the captions of pictures, and the notes on authors under an article.</summary>
internal static class Caption
{
    private const int MaxWords = 60;
    private const int MaxPlaceChars = 30;
    private const int MaxDateChars = 18;
    private const int MaxCreditChars = 60;
    private const int MaxCallingWords = 30;

    private static readonly string[] s_noNames = ["The ", "A ", "An ", "It ", "They ", "This ", "These ", "That ", "In ", "On ", "At ", "But ", "And ", "As "];

    private static readonly string[] s_openings = [
        "photo:", "photo by", "photos:", "photo credit", "image:", "image credit", "picture:", "file photo", "file picture", "file image", "file -",
        "file –", "file:", "caption:", "video:", "illustration:", "graphic:", "infographic:", "map:", "credit:", "photograph:", "photo -", "photo –",
    ];

    private static readonly SearchValues<string> s_credits = SearchValues.Create(
        [
            "(photo", "photo:", "photo by", "photograph:", "image:", "images:", "(image", "picture:", "(picture:", "(picture by", "file photo", "file picture", "photo courtesy",
            "image courtesy", "getty images", "pool photo", "ap photo", "/afp", "afp/", "/reuters", "/epa", "epa-efe", "/ap)", "shutterstock",
            "wikimedia", "via reuters)", "via ap)", "(credit", "(source:", "photo/", "/tass", "tass/", "dpa/", "/dpa", "/getty",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_sides = SearchValues.Create(
        ["(l)", "(r)", "(c)", ", left,", ", right,", ", center,", ", centre,", "(left)", "(right)", "(second left)"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_offices = SearchValues.Create(
        [
            "correspondent", "reporter", "editor", "journalist", " fellow", "analyst", "columnist", "writer", "researcher", "professor", "contributor",
            "author of", "former adviser", "former ambassador", "lecturer", "blogger", "student", "freelance", "scholar",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_callings = SearchValues.Create(
        [" writes on ", " writes about ", " writes for ", " covers ", " is based in ", " lives in ", " has written for ", " has reported ", " reports on "],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_speech = SearchValues.Create(
        [" said", " says ", " told ", " warned", " argued", " added", "“", "\""], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the line is the caption of a picture.</summary>
    public static bool Is(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        ReadOnlySpan<char> tail = text[Math.Max(0, text.Length - MaxCreditChars)..];
        return line.Words <= MaxWords && (!line.HasMore || PagePhrases.StartsWithAny(text[line.FirstSentence.Length..].TrimStart(), s_openings))
            && (PagePhrases.StartsWithAny(text, s_openings)
                || tail.ContainsAny(s_credits)
                || (EndsInDay(text) && (OpensWithPlace(text) || text.ContainsAny(s_sides))));
    }

    /// <summary>Whether the line, found under an article, says who its author is.</summary>
    public static bool IsBiography(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        if (line.Words <= MaxCallingWords && PagePhrases.StartsWithAny(text, ["The writer ", "The author "]))
        {
            return true;
        }

        if (!line.IsProse || line.Words > MaxWords || !char.IsUpper(text[0]) || PagePhrases.StartsWithAny(text, s_noNames) || text.ContainsAny(s_speech))
        {
            return false;
        }

        int office = text.IndexOfAny(s_offices);
        int verb = IndexOfBeing(text);
        return (line.Words <= MaxCallingWords && text.ContainsAny(s_callings)) || (verb > 0 && office > verb) || (office > 0 && verb < 0 && text[..office].Contains(','));
    }

    private static int IndexOfBeing(ReadOnlySpan<char> text)
    {
        int being = text.IndexOf(" is ");
        return being >= 0 ? being : text.IndexOf(" was ");
    }

    private static bool EndsInDay(ReadOnlySpan<char> text) =>
        NewsDate.Find(text[Math.Max(0, text.Length - MaxDateChars)..].ToString()) is not null;

    private static bool OpensWithPlace(ReadOnlySpan<char> text)
    {
        int dash = text.IndexOfAny('-', '–', '—');
        return dash > 1 && dash <= MaxPlaceChars && text[dash - 1] == ' ' && dash + 1 < text.Length && text[dash + 1] == ' ' && char.IsUpper(text[0]);
    }
}
