namespace ArmsClassifier.Feeds;

/// <summary>An element of a page that holds blocks, with what is in it summed up.</summary>
internal sealed class PageNode(PageNode? parent, string name, PageHints hints)
{
    /// <summary>The element around it; null for the body.</summary>
    public PageNode? Parent { get; } = parent;

    /// <summary>The name of the element.</summary>
    public string Name { get; } = name;

    /// <summary>What its class, identifier and role say of it.</summary>
    public PageHints Hints { get; } = hints;

    /// <summary>How many elements it is in.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Weight of the text in it that reads as prose.</summary>
    public long Prose { get; set; }

    /// <summary>Weight of all the text in it.</summary>
    public long Weight { get; set; }

    /// <summary>How many blocks in it are prose.</summary>
    public int ProseBlocks { get; set; }

    /// <summary>How many headings in it are links.</summary>
    public int LinkedHeadings { get; set; }

    /// <summary>Whether the page's headline is in it.</summary>
    public bool HasHeadline { get; set; }

    /// <summary>Whether this or an element around it is no part of the article.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether this is the other element or is in it.</summary>
    public bool IsIn(PageNode other)
    {
        PageNode? node = this;
        while (node is not null && node.Depth > other.Depth)
        {
            node = node.Parent;
        }

        return node == other;
    }
}
