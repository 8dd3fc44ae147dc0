using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ArmsClassifier.Feeds;

/// <summary>A parsed page: its elements that hold text, and its blocks of text in reading order.</summary>
internal sealed class PageTree
{
    private readonly TextLines _text = new() { Number = 1 };

    private PageTree()
    {
    }

    /// <summary>The body of the page.</summary>
    public PageNode Root { get; } = new(null, "body", PageHints.None);

    /// <summary>All elements in document order, the body first.</summary>
    public List<PageNode> Nodes { get; } = [];

    /// <summary>All blocks in document order.</summary>
    public List<PageBlock> Blocks { get; } = [];

    /// <summary>Parses a sifted page. Nothing is loaded and no script runs.</summary>
    /// <param name="html">What <see cref="HtmlSifter"/> makes of a page.</param>
    public static PageTree Parse(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, DisableElementPositionTracking = true });
        using IDocument document = parser.ParseDocument(html);
        var tree = new PageTree();
        tree.Nodes.Add(tree.Root);
        tree.Walk(document.Body, tree.Root);
        tree.EndBlock(tree.Root);
        return tree;
    }

    /// <summary>Adds what is in an element. The sifter bounds the depth of this recursion.</summary>
    private void Walk(INode? parent, PageNode node)
    {
        // By index: the parser's NextSibling looks for the node among its siblings each time.
        INodeList? children = parent?.ChildNodes;
        for (int i = 0; i < (children?.Length ?? 0); i++)
        {
            INode child = children![i];
            if (child is IText text)
            {
                if (node.Name == "pre")
                {
                    _text.AddLines(text.Data);
                }
                else
                {
                    _text.Add(text.Data);
                }
            }
            else if (child is IElement element)
            {
                WalkElement(element, node);
            }
        }
    }

    private void WalkElement(IElement element, PageNode node)
    {
        string name = element.LocalName;
        if (name == "a")
        {
            bool isInLink = _text.IsInLink;
            _text.IsInLink = true;
            Walk(element, node);
            _text.IsInLink = isInLink;
            return;
        }

        if (int.TryParse(element.GetAttribute(HtmlSifter.LineAttribute), out int number))
        {
            _text.Number = number;
        }

        if (name == "br")
        {
            _text.SoftBreak();
            return;
        }

        PageHints hints = PageHintWords.Of(
            name, element.GetAttribute(HtmlSifter.HintAttribute), element.GetAttribute(HtmlSifter.ItemAttribute));
        hints |= element.HasAttribute(HtmlSifter.HiddenAttribute) ? PageHints.Hidden : PageHints.None;
        bool isBlock = HtmlElements.Of(name).HasFlag(HtmlElement.Block);
        if (!isBlock && hints == PageHints.None)
        {
            Walk(element, node);
            return;
        }

        // A part of a line that has a role of its own stands alone; a name, a place or a time in a paragraph stays in its sentence.
        const PageHints Weak = PageHints.Byline | PageHints.Author | PageHints.Main | PageHints.Article;
        bool parts = isBlock || (hints & ~Weak) != 0 || !(node.Name is "p" or "li" or "span" or "blockquote" || node.Name[0] == 'h');
        if (!parts)
        {
            Walk(element, node);
            return;
        }

        EndBlock(node);
        var inner = new PageNode(node, name, hints);
        Nodes.Add(inner);
        Walk(element, inner);
        EndBlock(inner);
    }

    private void EndBlock(PageNode node)
    {
        _text.HardBreak();
        foreach (TextLine line in _text.Lines)
        {
            Blocks.Add(new PageBlock(line, node));
        }

        _text.Lines.Clear();
    }
}
