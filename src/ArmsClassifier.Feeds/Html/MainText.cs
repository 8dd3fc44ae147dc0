namespace ArmsClassifier.Feeds;

/// <summary>
/// Finds the main text of a page: the element whose text is prose (density) and that holds most of the prose of the page, where what
/// templates say of elements (structure) counts as well; then the blocks in it that belong to the article.
/// </summary>
internal static class MainText
{
    private const double BodyBonus = 1.3;
    private const double MainBonus = 1.1;
    private const int MinArticleProse = 200;
    private const int MinItemWeight = 30;
    private const int MinStandfirstWeight = 30;
    private const int MaxStandfirstWeight = 600;
    private const int StandfirstLevels = 3;
    private const double MaxLinkShare = 0.5;

    /// <summary>The blocks of the article in reading order, the headline not among them, and the summary under the headline.</summary>
    /// <param name="tree">The page, its zones marked.</param>
    /// <param name="headline">The block that shows the headline, or null.</param>
    public static (List<PageBlock> Body, PageBlock? Standfirst) Find(PageTree tree, PageBlock? headline)
    {
        PageNode root = Root(tree);
        List<PageBlock> inside = tree.Blocks.FindAll(block => block != headline && !block.Node.IsAway && block.Node.IsIn(root));
        int first = inside.FindIndex(block => block.Prose > 0);
        int last = inside.FindLastIndex(block => block.Prose > 0);
        if (first < 0)
        {
            return ([], null);
        }

        List<PageBlock> body = Lead(tree, headline, root, inside[first]);
        PageBlock? standfirst = body.Find(IsStandfirst) ?? Summary(tree, headline, inside[first]);
        body.Remove(standfirst!);
        for (int i = 0; i < inside.Count; i++)
        {
            if (inside[i] != standfirst && Belongs(inside, i, first, last))
            {
                body.Add(inside[i]);
            }
        }

        return (body, standfirst);
    }

    private static PageNode Root(PageTree tree)
    {
        PageNode best = tree.Root;
        double bestScore = 0;
        foreach (PageNode node in tree.Nodes)
        {
            if (node.IsAway || node.Prose == 0)
            {
                continue;
            }

            double density = (double)node.Prose / node.Weight;
            double share = (double)node.Prose / tree.Root.Prose;
            double bonus = node.Hints.HasFlag(PageHints.Body) ? BodyBonus
                : (node.Hints & (PageHints.Main | PageHints.Article)) != 0 ? MainBonus : 1;
            double score = 2 * density * share / (density + share) * bonus;
            if (score >= bestScore)
            {
                (best, bestScore) = (node, score);
            }
        }

        return OfOneArticle(tree, WithOtherParts(tree, best));
    }

    /// <summary>An element around all parts that are said to be the body, where advertisements cut it in pieces.</summary>
    private static PageNode WithOtherParts(PageTree tree, PageNode root)
    {
        foreach (PageNode node in tree.Nodes)
        {
            if (node.Hints.HasFlag(PageHints.Body) && !node.IsAway && node.Prose > 0 && root.Hints.HasFlag(PageHints.Body))
            {
                PageNode around = root;
                while (!node.IsIn(around))
                {
                    around = around.Parent!;
                }

                root = around == root || around.Prose * 2 < around.Weight ? root : around;
                if (!root.Hints.HasFlag(PageHints.Body))
                {
                    return root;
                }
            }
        }

        return root;
    }

    /// <summary>Of several whole articles, one under the other, the one with the page's headline; live blogs have theirs above all.</summary>
    private static PageNode OfOneArticle(PageTree tree, PageNode root)
    {
        List<PageNode> articles = tree.Nodes.FindAll(node =>
            node.Name == "article" && !node.IsAway && node.Prose >= MinArticleProse && node != root && node.IsIn(root));
        return articles.Count > 1 && articles.Find(node => node.HasHeadline) is { } own ? own : root;
    }

    /// <summary>Prose that stands between the headline and the element with the body.</summary>
    private static List<PageBlock> Lead(PageTree tree, PageBlock? headline, PageNode root, PageBlock first)
    {
        int begin = headline is null ? -1 : tree.Blocks.IndexOf(headline);
        int end = tree.Blocks.IndexOf(first);
        return begin < 0 || end < begin ? [] : tree.Blocks.GetRange(begin, end - begin).FindAll(block =>
            block != headline && block.Prose > 0 && !block.Node.IsAway && !block.Node.IsIn(root));
    }

    /// <summary>The summary: hinted at, or a smaller heading right under the headline.</summary>
    private static PageBlock? Summary(PageTree tree, PageBlock? headline, PageBlock first)
    {
        int begin = headline is null ? -1 : tree.Blocks.IndexOf(headline);
        int end = tree.Blocks.IndexOf(first) + 1;
        for (int i = begin + 1; i < end && begin >= 0; i++)
        {
            PageBlock block = tree.Blocks[i];
            bool isUnder = i == begin + 1 && block.Heading > 1 && block.Node.Parent == headline!.Node.Parent && !block.IsLink;
            if (!block.Node.IsAway && block.Weight is >= MinStandfirstWeight and <= MaxStandfirstWeight && (isUnder || IsStandfirst(block)))
            {
                return block;
            }
        }

        return null;
    }

    private static bool IsStandfirst(PageBlock block)
    {
        PageNode? node = block.Node;
        for (int level = 0; level < StandfirstLevels && node is not null; level++)
        {
            if (node.Hints.HasFlag(PageHints.Standfirst) && node.Weight <= MaxStandfirstWeight)
            {
                return true;
            }

            node = node.Parent;
        }

        return false;
    }

    private static bool Belongs(List<PageBlock> inside, int i, int first, int last)
    {
        PageBlock block = inside[i];
        if (block.Prose > 0)
        {
            return true;
        }

        if (block.LinkShare > MaxLinkShare || block.IsTeaser)
        {
            return false;
        }

        bool isItem = block.Node.Name is "li" or "dd" && block.Weight >= MinItemWeight;
        if (i < first || i > last)
        {
            return isItem && (i < first || inside[last].Node.Parent == block.Node.Parent);
        }

        return block.Heading > 0
            ? inside[i + 1].Heading == 0 && Belongs(inside, i + 1, first, last)
            : isItem || block.EndsSentence || block.Node.Name is "p" or "blockquote"
                || (block.Weight >= MinItemWeight && block.Node.Name is not ("td" or "th"));
    }
}
