namespace ArmsClassifier.Feeds;

/// <summary>A run of text on a page between the edges of blocks: a paragraph, a heading, a menu item.</summary>
internal sealed class PageBlock
{
    private const int WideWeight = 3;
    private const char FirstWide = '\u2E80';
    private const int MinSentenceWeight = 40;
    private const int MinShortSentenceWeight = 20;
    private const int MinLongWeight = 110;
    private const double MaxLinkShare = 0.5;

    /// <summary>A block.</summary>
    /// <param name="line">Its text.</param>
    /// <param name="node">The innermost element around it that is a block.</param>
    public PageBlock(TextLine line, PageNode node)
    {
        (Text, Number, Node) = (line.Text, line.Number, node);
        int chars = 0;
        int wide = 0;
        foreach (char c in Text)
        {
            chars += char.IsWhiteSpace(c) ? 0 : 1;
            wide += c >= FirstWide && !char.IsSurrogate(c) ? 1 : 0;
        }

        LinkShare = chars == 0 ? 0 : (double)line.LinkChars / chars;
        Weight = Text.Length + ((WideWeight - 1) * wide);
        EndsSentence = TextLines.EndsSentence(Text);
        Heading = node.Name is ['h', >= '1' and <= '6'] ? node.Name[1] - '0' : 0;
        int plain = (int)(Weight * (1 - LinkShare));
        Prose = Heading > 0 || LinkShare > MaxLinkShare ? 0
            : plain >= MinLongWeight || (EndsSentence && plain >= MinSentenceWeight) ? plain
            : EndsSentence && plain >= MinShortSentenceWeight ? plain / 2
            : 0;
    }

    /// <summary>The text, on one line.</summary>
    public string Text { get; }

    /// <summary>Line of the source on which it begins.</summary>
    public int Number { get; }

    /// <summary>The innermost element around it that is a block.</summary>
    public PageNode Node { get; }

    /// <summary>Share of its characters that are in links.</summary>
    public double LinkShare { get; }

    /// <summary>Its length in characters, those of scripts that say a word with one or two counted as three.</summary>
    public int Weight { get; }

    /// <summary>Its weight as prose: 0 for headings, lists of links and what is too short to be a sentence.</summary>
    public int Prose { get; private set; }

    /// <summary>Whether its last character ends a sentence.</summary>
    public bool EndsSentence { get; }

    /// <summary>The level of a heading, 0 for other text.</summary>
    public int Heading { get; }

    /// <summary>Whether nearly all of it is links.</summary>
    public bool IsLink => LinkShare > 0.8;

    /// <summary>Whether it leads to another article.</summary>
    public bool IsTeaser { get; private set; }

    /// <summary>Takes it for what leads to another article.</summary>
    public void MakeTeaser() => (Prose, IsTeaser) = (0, true);
}
