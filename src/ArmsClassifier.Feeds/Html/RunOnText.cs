namespace ArmsClassifier.Feeds;

/// <summary>Cuts the text of an article that came without paragraphs, as <c>articleBody</c> often does.</summary>
internal static class RunOnText
{
    private const int MaxParagraphChars = 1_200;
    private const int FullParagraphChars = 500;
    private const int MinWordChars = 3;

    /// <summary>The paragraphs of a text: its lines; long ones are cut where a blank is missing between sentences, or every few sentences.</summary>
    public static List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        foreach (string line in HtmlText.Lines(text))
        {
            if (line.Length <= MaxParagraphChars)
            {
                paragraphs.Add(line);
                continue;
            }

            foreach (string part in Cut(line, isJoint: true))
            {
                paragraphs.AddRange(part.Length <= MaxParagraphChars ? [part] : Cut(part, isJoint: false));
            }
        }

        return paragraphs;
    }

    private static List<string> Cut(string line, bool isJoint)
    {
        var parts = new List<string>();
        int begin = 0;
        int word = 0;
        for (int i = 0; i + 2 < line.Length; i++)
        {
            bool ends = line[i] is '.' or '!' or '?' && word >= MinWordChars;
            int next = ends && line[i + 1] is '”' or '"' or '’' ? i + 2 : i + 1;
            bool cuts = ends && next + 1 < line.Length
                && (isJoint ? IsOpening(line[next]) : line[next] == ' ' && IsOpening(line[next + 1]) && next - begin >= FullParagraphChars);
            if (cuts)
            {
                parts.Add(line[begin..next].Trim());
                begin = next;
            }

            word = char.IsLetterOrDigit(line[i]) ? word + 1 : 0;
        }

        parts.Add(line[begin..].Trim());
        return parts;
    }

    private static bool IsOpening(char c) => char.IsUpper(c) || c is '“' or '‘';
}
