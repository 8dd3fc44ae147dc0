namespace ArmsClassifier.Feeds;

/// <summary>Tells the furniture of web pages from news, line by line.</summary>
public static class FurnitureLine
{
    /// <summary>Whether a line is a menu, a caption, a byline, a heading of related articles or the like, whatever stands around it.</summary>
    /// <param name="line">One line of text.</param>
    public static bool Is(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return LineKinds.Of(new PageLine(line.Trim(), 1, 0), isLatin: true) is LineKind.Furniture or LineKind.Byline or LineKind.Section;
    }
}
