using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Joins the lines of hard-wrapped text (e-mail, Gutenberg) into paragraphs. A text counts as wrapped at width W where nearly every line
/// that is followed by another is no longer than W, but would be with the next line's first word.
/// </summary>
internal static class HardWrap
{
    private const int MinWidth = 40;
    private const int MaxWidth = 99;
    private const int MinPairs = 4;
    private const double MinShare = 0.6;
    private const double LongLineShare = 0.6;
    private const int Tolerance = 3;

    /// <summary>The paragraphs of a wrapped text, each with the number of its first line; the lines themselves where it is not.</summary>
    public static List<PageLine> Join(List<PageLine> lines)
    {
        int width = Width(lines);
        if (width == 0)
        {
            return lines;
        }

        var paragraphs = new List<PageLine>();
        var text = new StringBuilder();
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine first = lines[i];
            text.Clear().Append(first.Text);
            while (i + 1 < lines.Count && IsWrapped(lines[i], lines[i + 1], width))
            {
                text.Append(' ').Append(lines[++i].Text);
            }

            paragraphs.Add(text.Length == first.Text.Length ? first : new PageLine(text.ToString(), first.Number, first.Indent));
        }

        return paragraphs;
    }

    private static int Width(List<PageLine> lines)
    {
        Span<int> votes = stackalloc int[MaxWidth + 1];
        votes.Clear();
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (IsPair(lines[i], lines[i + 1]))
            {
                for (int width = Math.Max(MinWidth, Length(lines[i])); width <= MaxWidth && width < Needed(lines[i], lines[i + 1]); width++)
                {
                    votes[width]++;
                }
            }
        }

        int best = MinWidth;
        for (int width = MinWidth; width <= MaxWidth; width++)
        {
            best = votes[width] > votes[best] ? width : best;
        }

        int pairs = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            pairs += IsPair(lines[i], lines[i + 1]) && Length(lines[i]) >= best * LongLineShare ? 1 : 0;
        }

        return votes[best] >= MinPairs && votes[best] >= pairs * MinShare ? best : 0;
    }

    private static bool IsWrapped(PageLine line, PageLine next, int width) =>
        IsPair(line, next) && Length(line) <= width + Tolerance && Length(line) >= width * LongLineShare
        && (Needed(line, next) > width - Tolerance || (char.IsLower(next.Text[0]) && !line.EndsSentence));

    private static bool IsPair(PageLine line, PageLine next) =>
        next.Number == line.Number + 1 && !next.IsItem && next.Indent <= line.Indent + 1;

    private static int Length(PageLine line) => line.Indent + line.Text.Length;

    private static int Needed(PageLine line, PageLine next)
    {
        int word = next.Text.AsSpan().IndexOf(' ');
        return Length(line) + 1 + (word < 0 ? next.Text.Length : word);
    }
}
