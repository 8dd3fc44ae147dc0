using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>Which tags end which elements (HTML, 13.1.2.4 and 13.2.6), as far as text depends on it.</summary>
internal static class HtmlNesting
{
    private static readonly FrozenSet<string> s_implied =
        FrozenSet.ToFrozenSet(["p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption"], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_impliedSpans = s_implied.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> s_lists = FrozenSet.ToFrozenSet(["ul", "ol", "menu", "dir", "dl"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_tables = FrozenSet.ToFrozenSet(["table", "td", "th", "caption"], StringComparer.Ordinal);

    /// <summary>Whether an element ends by itself where another of its kind begins.</summary>
    public static bool HasImpliedEnd(ReadOnlySpan<char> name) => s_impliedSpans.Contains(name);

    /// <summary>Whether an element of a name is open and an end tag would close it.</summary>
    public static bool IsOpen(List<HtmlSifter.Open> open, ReadOnlySpan<char> name) => FindClosed(open, name) >= 0;

    /// <summary>Ends the elements that end where a block element of a name begins.</summary>
    public static void CloseImplied(List<HtmlSifter.Open> open, ReadOnlySpan<char> name, Action<int> closeTo)
    {
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        int at = lower switch
        {
            "li" => Find(open, static other => other is "li", static other => !(other is "p" or "div" or "address")),
            "dt" or "dd" => Find(open, static other => other is "dt" or "dd", static other => !(other is "p" or "div" or "address")),
            "td" or "th" => Find(open, static other => other is "td" or "th", static other => other is "table" or "tr"),
            "tr" => Find(open, static other => other is "tr", static other => other is "table"),
            "tbody" or "thead" or "tfoot" => Find(open, static other => other is "tbody" or "thead" or "tfoot", static other => other is "table"),
            ['h', >= '1' and <= '6'] => Find(open, static other => other is ['h', >= '1' and <= '6'], static _ => true),
            _ => -1,
        };
        if (at >= 0)
        {
            closeTo(at);
        }

        at = Find(open, static other => other is "p", static _ => true);
        if (at >= 0)
        {
            closeTo(at);
        }
    }

    /// <summary>The open element that an end tag closes, or -1.</summary>
    public static int FindClosed(List<HtmlSifter.Open> open, ReadOnlySpan<char> name)
    {
        HtmlElement element = HtmlElements.Of(name);
        bool isInline = !element.HasFlag(HtmlElement.Block) && !name.Equals("a", StringComparison.OrdinalIgnoreCase);
        bool isHeading = name is [_, >= '1' and <= '6'];
        bool isTable = name.StartsWith("t", StringComparison.OrdinalIgnoreCase) && element.HasFlag(HtmlElement.Block);
        for (int i = open.Count - 1; i >= 0; i--)
        {
            string other = open[i].Name;
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase) || (isHeading && other is ['h', >= '1' and <= '6']))
            {
                return i;
            }

            if ((isInline && open[i].IsBlock) || (!isTable && s_tables.Contains(other)) || (s_lists.Contains(other) && HasImpliedEnd(name) && !isTable))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The innermost open element that matches, unless a block that bounds the search comes before it.</summary>
    private static int Find(List<HtmlSifter.Open> open, Predicate<string> matches, Predicate<string> bounds)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (matches(open[i].Name))
            {
                return i;
            }

            if (open[i].IsBlock && bounds(open[i].Name))
            {
                return -1;
            }
        }

        return -1;
    }
}
