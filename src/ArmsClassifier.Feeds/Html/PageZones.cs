namespace ArmsClassifier.Feeds;

/// <summary>
/// Marks the elements of a page that are no part of its article. A hint alone does not do it: an element that holds much of the prose of
/// the page, or its headline, is kept whatever its class says, for templates put classes such as <c>has-sidebar</c> anywhere.
/// </summary>
internal static class PageZones
{
    private const double MaxAwayShare = 0.4;
    private const double MaxCommentsShare = 0.9;
    private const double MaxHeaderShare = 0.2;
    private const int MaxBylineWeight = 300;
    private const int MaxTeaserBlocks = 2;
    private const int MaxTeaserWeight = 700;
    private const int MaxTeaserLevels = 4;
    private const int MinTeasers = 2;

    /// <summary>Marks what is away, and takes teasers for what they are; sums up what is left.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="headline">The block that shows the headline, or null.</param>
    /// <returns>How many teasers there are.</returns>
    public static int Mark(PageTree tree, PageBlock? headline)
    {
        for (PageNode? node = headline?.Node; node is not null; node = node.Parent)
        {
            node.HasHeadline = true;
        }

        Sum(tree);
        long total = tree.Root.Prose;
        foreach (PageNode node in tree.Nodes)
        {
            node.IsAway = (node.Parent?.IsAway ?? false) || (node.Parent is not null && !node.HasHeadline && IsAway(node, total));
        }

        Sum(tree);
        List<PageBlock> teasers = tree.Blocks.FindAll(block => block.Prose > 0 && !block.Node.IsAway && IsTeaser(block));
        if (teasers.Count < MinTeasers)
        {
            return 0;
        }

        foreach (PageBlock teaser in teasers)
        {
            teaser.MakeTeaser();
        }

        Sum(tree);
        return teasers.Count;
    }

    private static void Sum(PageTree tree)
    {
        foreach (PageNode node in tree.Nodes)
        {
            (node.Prose, node.Weight, node.ProseBlocks, node.LinkedHeadings) = (0, 0, 0, 0);
        }

        foreach (PageBlock block in tree.Blocks)
        {
            if (block.Node.IsAway)
            {
                continue;
            }

            for (PageNode? node = block.Node; node is not null; node = node.Parent)
            {
                node.Prose += block.Prose;
                node.Weight += block.Weight;
                node.ProseBlocks += block.Prose > 0 ? 1 : 0;
                node.LinkedHeadings += block.Heading > 0 && block.IsLink ? 1 : 0;
            }
        }
    }

    private static bool IsAway(PageNode node, long total)
    {
        PageHints hints = node.Hints;
        double share = total == 0 ? 0 : (double)node.Prose / total;
        bool isBody = hints.HasFlag(PageHints.Body) && share > MaxHeaderShare;
        return (hints.HasFlag(PageHints.Comments) && node.Name != "article" && share <= MaxCommentsShare)
            || (hints.HasFlag(PageHints.Comments) && node.Name == "article" && share <= MaxAwayShare)
            || ((hints & (PageHints.Away | PageHints.Hidden)) != 0 && node.Name != "article" && !isBody && share <= MaxAwayShare)
            || (hints.HasFlag(PageHints.Caption) && share <= MaxAwayShare)
            || (hints.HasFlag(PageHints.Byline) && node.Weight <= MaxBylineWeight && share <= MaxHeaderShare && node.ProseBlocks <= 1)
            || (node.Name is "header" or "form" or "fieldset" && share <= MaxHeaderShare);
    }

    /// <summary>Whether a block stands alone, or nearly so, with a heading that leads to another page.</summary>
    private static bool IsTeaser(PageBlock block)
    {
        PageNode? node = block.Node;
        for (int level = 0; level < MaxTeaserLevels && node?.Parent is not null; level++)
        {
            if (node.LinkedHeadings > 0)
            {
                return !node.HasHeadline
                    && node.ProseBlocks <= MaxTeaserBlocks * node.LinkedHeadings
                    && node.Weight <= MaxTeaserWeight * node.LinkedHeadings;
            }

            node = node.Parent;
        }

        return false;
    }
}
