using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>What an element of HTML means for the text in it.</summary>
[Flags]
internal enum HtmlElement
{
    /// <summary>A part of a line, such as <c>span</c>.</summary>
    Inline = 0,

    /// <summary>Its text stands on lines of its own.</summary>
    Block = 1,

    /// <summary>It has no content and no end tag.</summary>
    Void = 2,

    /// <summary>Nothing in it is text to read.</summary>
    Unread = 4,

    /// <summary>Its content is not markup.</summary>
    Raw = 8,

    /// <summary>Looks only: without it the text is the same.</summary>
    Look = 16,

    /// <summary>A <c>br</c>.</summary>
    Break = 32,

    /// <summary>Not a name of HTML.</summary>
    Unknown = 64,
}

/// <summary>The elements of HTML, those of the 1990s included.</summary>
internal static class HtmlElements
{
    private const int MaxNameChars = 12;

    private static readonly FrozenDictionary<string, HtmlElement> s_elements = Table();

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> s_byName =
        s_elements.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_names =
        s_elements.Keys.ToFrozenDictionary(static name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What an element means; its name in any case.</summary>
    public static HtmlElement Of(ReadOnlySpan<char> name) =>
        name.Length <= MaxNameChars && s_byName.TryGetValue(name, out HtmlElement element) ? element : HtmlElement.Unknown;

    /// <summary>The name of a known element in small letters.</summary>
    public static string NameOf(ReadOnlySpan<char> name) => s_names[name];

    private static FrozenDictionary<string, HtmlElement> Table()
    {
        var table = new Dictionary<string, HtmlElement>(StringComparer.OrdinalIgnoreCase);
        Add("p div li ul ol dl dt dd menu dir h1 h2 h3 h4 h5 h6 blockquote pre table tbody thead tfoot tr td th caption colgroup html head", HtmlElement.Block);
        Add("body article section main header footer nav aside figure figcaption address center form fieldset legend details summary", HtmlElement.Block);
        Add("dialog hgroup search noframes listing multicol title", HtmlElement.Block);
        Add("hr", HtmlElement.Block | HtmlElement.Void);
        Add("br", HtmlElement.Break | HtmlElement.Void);
        Add("img input meta link base col area embed param source track wbr basefont bgsound keygen frame spacer isindex", HtmlElement.Void);
        Add("script style iframe noembed textarea xmp", HtmlElement.Unread | HtmlElement.Raw);
        Add("svg math object applet canvas audio video noscript template select button datalist", HtmlElement.Unread);
        Add("b i u s em strong font big small tt strike nobr code kbd samp var mark blink bdo bdi acronym abbr", HtmlElement.Look);
        Add("span a q cite picture map time sub sup ins del dfn label data ruby rb rt rp rtc output meter progress marquee frameset", HtmlElement.Inline);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string names, HtmlElement element)
        {
            foreach (string name in names.Split(' '))
            {
                table.Add(name, element);
            }
        }
    }
}
