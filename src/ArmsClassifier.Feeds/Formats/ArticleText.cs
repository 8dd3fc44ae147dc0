namespace ArmsClassifier.Feeds;

/// <summary>Puts the title and the lines of an article together as its passages.</summary>
internal static class ArticleText
{
    /// <summary>The title as first passage, then the lines with their roles; none where both are empty.</summary>
    /// <param name="title">The title, or empty.</param>
    /// <param name="lines">The lines of the text, none of them blank.</param>
    /// <param name="number">Line of the source that all passages are given.</param>
    /// <param name="options">Whether the text is one passage.</param>
    public static IReadOnlyList<Passage> Passages(string title, IReadOnlyList<string> lines, int number, ReaderOptions options)
    {
        var passages = new List<Passage>(lines.Count + 1);
        if (title.Length > 0)
        {
            passages.Add(new Passage(title, PassageRole.Title, number));
        }

        if (options.OnePassagePerItem && lines.Count > 0)
        {
            passages.Add(new Passage(string.Join('\n', lines), PassageRole.Body, number));
            return passages;
        }

        var page = new List<PageLine>(lines.Count);
        foreach (string line in lines)
        {
            page.Add(new PageLine(line, number, 0));
        }

        foreach (Passage passage in Page.OfLines(page, title).Passages)
        {
            passages.Add(passage with { Line = number });
        }

        return passages;
    }
}
