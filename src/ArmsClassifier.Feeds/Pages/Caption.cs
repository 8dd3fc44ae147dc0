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
    private const int MaxOfficeChars = 50;

    private static readonly Openings s_bylines = new(["The writer ", "The author "]);

    private static readonly Openings s_openings = new([
        "photo:", "photo by", "photos:", "photo credit", "image:", "image credit", "picture:", "file photo", "file picture", "file image",
        "file -", "file –", "file:", "caption:", "video:", "illustration:", "graphic:", "infographic:", "map:", "credit:", "photograph:",
        "photo -", "photo –",
    ]);

    private static readonly SearchValues<string> s_credits = SearchValues.Create(
        [
            "(photo", "photo:", "photo by", "photograph:", "image:", "images:", "(image", "picture:", "(picture:", "(picture by",
            "file photo", "file picture", "photo courtesy", "image courtesy", "getty images", "pool photo", "ap photo", "/afp", "afp/",
            "/reuters", "/epa", "epa-efe", "/ap)", "shutterstock", "wikimedia", "via reuters)", "via ap)", "(credit", "(source:",
            "photo/", "/tass", "tass/", "dpa/", "/dpa", "/getty",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_sides = SearchValues.Create(
        ["(l)", "(r)", "(c)", ", left,", ", right,", ", center,", ", centre,", "(left)", "(right)", "(second left)"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_offices = SearchValues.Create(
        [
            "correspondent", "reporter", "editor", "journalist", " fellow", "analyst", "columnist", "writer", "researcher", "professor",
            "contributor", "author of", "former adviser", "former ambassador", "lecturer", "blogger", "student", "freelance", "scholar",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly Openings s_callings =
        new([" writes on ", " writes about ", " writes for ", " is based in ", " lives in ", " has written for "]);

    private static readonly SearchValues<string> s_speech = SearchValues.Create(
        [" said", " says ", " told ", " warned", " argued", " added", "“", "\""], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the line is the caption of a picture.</summary>
    public static bool Is(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        ReadOnlySpan<char> tail = text[Math.Max(0, text.Length - MaxCreditChars)..];
        return line.Words <= MaxWords && (!line.HasMore || s_openings.Begin(text[line.FirstSentence.Length..].TrimStart()))
            && (s_openings.Begin(text)
                || tail.ContainsAny(s_credits)
                || (EndsInDay(text) && (OpensWithPlace(text) || text.ContainsAny(s_sides))));
    }

    /// <summary>Whether the line, found under an article, says who its author is.</summary>
    public static bool IsBiography(PageLine line)
    {
        ReadOnlySpan<char> text = line.Text;
        if (line.Words <= MaxCallingWords && s_bylines.Begin(text))
        {
            return true;
        }

        int name = NameChars(text);
        if (name == 0 || line.Words > MaxWords || text.ContainsAny(s_speech))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[name..];
        int link = rest.StartsWith(" is ") ? 4 : rest.StartsWith(" was ") ? 5 : rest.StartsWith(", ") ? 2 : 0;
        int office = link == 0 ? -1 : rest[link..].IndexOfAny(s_offices);
        return s_callings.Begin(rest) || (office >= 0 && office <= MaxOfficeChars && !rest.Slice(link, office).Contains(','));
    }

    /// <summary>Length of the name that opens the line, of two capitalised words or more; otherwise 0.</summary>
    private static int NameChars(ReadOnlySpan<char> text)
    {
        int end = 0;
        int words = 0;
        while (end < text.Length && char.IsUpper(text[end]))
        {
            int length = text[end..].IndexOfAny(' ', ',');
            if (length < 0)
            {
                return 0;
            }

            end += length + 1;
            words++;
            if (text[end - 1] == ',')
            {
                break;
            }
        }

        return words >= 2 ? end - 1 : 0;
    }

    private static bool EndsInDay(ReadOnlySpan<char> text) =>
        NewsDate.Find(text[Math.Max(0, text.Length - MaxDateChars)..].ToString()) is not null;

    private static bool OpensWithPlace(ReadOnlySpan<char> text)
    {
        int dash = text.IndexOfAny('-', '–', '—');
        return dash is > 1 and <= MaxPlaceChars && dash + 1 < text.Length
            && text[dash - 1] == ' ' && text[dash + 1] == ' ' && char.IsUpper(text[0]);
    }
}
