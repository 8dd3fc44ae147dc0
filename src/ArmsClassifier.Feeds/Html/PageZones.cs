namespace ArmsClassifier.Feeds;

/// <summary>
/// Marks the elements of a page that are no part of its article. A hint alone does not do it: an element that holds much of the prose of
/// the page, or its headline, is kept whatever its class says, for templates put classes such as <c>has-sidebar</c> anywhere.
/// </summary>
internal static class PageZones
{
    private const double MaxAwayShare = 0.4;
    private const double MaxAwayShareBesideHeadline = 0.65;
    private const double MaxCommentsShare = 0.9;
    private const double MaxHeaderShare = 0.2;
    private const int MaxBylineWeight = 300;
    private const int MaxTeaserBlocks = 2;
    private const int MaxTeaserWeight = 700;
    private const int MaxTeaserLevels = 4;
    private const int MinTeasers = 2;
    private const int MinLinkWeight = 12;

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
        double maxShare = headline is null ? MaxAwayShare : MaxAwayShareBesideHeadline;
        foreach (PageNode node in tree.Nodes)
        {
            node.IsAway = node.Parent is { } parent && (parent.IsAway || (!node.HasHeadline && IsAway(node, total, maxShare)));
        }

        Sum(tree);
        List<PageBlock> teasers = tree.Blocks.FindAll(block => block.Prose > 0 && !block.Node.IsAway && IsTeaser(block));
        if (teasers.Select(Group).Distinct().Take(MinTeasers).Count() < MinTeasers)
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

        for (int i = 0; i < tree.Blocks.Count; i++)
        {
            PageBlock block = tree.Blocks[i];
            if (block.Node.IsAway)
            {
                continue;
            }

            bool leadsAway = block.IsLink && block.Weight >= MinLinkWeight
                && (block.Heading > 0 || (i + 1 < tree.Blocks.Count && tree.Blocks[i + 1].Prose > 0));

            for (PageNode? node = block.Node; node is not null; node = node.Parent)
            {
                node.Prose += block.Prose;
                node.Weight += block.Weight;
                node.ProseBlocks += block.Prose > 0 ? 1 : 0;
                node.LinkedHeadings += leadsAway ? 1 : 0;
            }
        }
    }

    private static bool IsAway(PageNode node, long total, double maxShare)
    {
        PageHints hints = node.Hints;
        double share = total == 0 ? 0 : (double)node.Prose / total;
        bool isBody = hints.HasFlag(PageHints.Body) && share > MaxHeaderShare;
        return (hints.HasFlag(PageHints.Comments) && node.Name != "article" && share <= MaxCommentsShare)
            || (hints.HasFlag(PageHints.Comments) && node.Name == "article" && share <= MaxAwayShare)
            || ((hints & (PageHints.Away | PageHints.Hidden)) != 0 && node.Name != "article" && !isBody && share <= maxShare)
            || (hints.HasFlag(PageHints.Caption) && share <= MaxAwayShare)
            || (hints.HasFlag(PageHints.Byline) && node.Weight <= MaxBylineWeight && share <= MaxHeaderShare && node.ProseBlocks <= 1)
            || (node.Name is "form" or "fieldset" && share <= MaxHeaderShare)
            || (node.Name == "header" && share <= MaxHeaderShare && !IsInArticle(node));
    }

    private static bool IsInArticle(PageNode node)
    {
        PageNode? around = node.Parent;
        while (around is not null && (around.Hints & (PageHints.Article | PageHints.Main)) == 0)
        {
            around = around.Parent;
        }

        return around is not null;
    }

    /// <summary>Whether a block stands alone, or nearly so, with a heading that leads to another page.</summary>
    private static bool IsTeaser(PageBlock block) => Group(block) is { } group
        && !group.HasHeadline
        && group.ProseBlocks <= MaxTeaserBlocks * group.LinkedHeadings
        && group.Weight <= MaxTeaserWeight * group.LinkedHeadings;

    /// <summary>The nearest element around a block that also holds a heading which is a link.</summary>
    private static PageNode? Group(PageBlock block)
    {
        PageNode? node = block.Node;
        for (int level = 0; level < MaxTeaserLevels && node?.Parent is not null; level++)
        {
            if (node.LinkedHeadings > 0)
            {
                return node;
            }

            node = node.Parent;
        }

        return null;
    }
}
