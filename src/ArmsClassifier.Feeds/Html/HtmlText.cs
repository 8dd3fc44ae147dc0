using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>The text of an HTML fragment, such as the description of a feed's item. Linear in the length of the fragment; no HTML parser is loaded.</summary>
internal static class HtmlText
{
    private const string Caption = "figcaption";

    /// <summary>What is in it is never shown, but where it is not closed the text after it is.</summary>
    private const string Frame = "iframe";

    private static readonly SearchValues<char> s_special = SearchValues.Create("<&\r\n\u2028\u2029");

    /// <summary>What is left in a text whose markup was escaped once too often.</summary>
    private static readonly SearchValues<string> s_escaped = SearchValues.Create(
        [
            "<p>", "<p ", "</p>", "<br", "<div", "</div", "<a ", "</a>", "<b>", "</b>", "<i>", "</i>", "<em>", "<strong", "<span", "<img ",
            "<ul>", "<li>", "<h1", "<h2", "<h3", "<blockquote", "<table", "<font ", "&nbsp;", "&amp;", "&quot;", "&lt;", "&gt;", "&#", "&rsquo;",
            "&lsquo;", "&ldquo;", "&rdquo;", "&ndash;", "&mdash;", "&hellip;", "&apos;",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The lines of plain text in a fragment, in order, none of them blank. Block elements, two <c>br</c> in a row and, where there is no
    /// markup, blank lines part lines; scripts, pictures and captions are left out; markup that was escaped twice is recognised.
    /// </summary>
    /// <param name="fragment">HTML, or plain text.</param>
    public static IReadOnlyList<string> Lines(string fragment)
    {
        List<string> lines = Read(fragment);
        return lines.Exists(line => line.AsSpan().ContainsAny(s_escaped)) ? Read(string.Join("\n\n", lines)) : lines;
    }

    /// <summary>The text of a fragment on one line.</summary>
    /// <param name="fragment">HTML, or plain text, or null.</param>
    public static string Line(string? fragment) => fragment is null ? "" : string.Join(' ', Lines(fragment));

    private static List<string> Read(string fragment)
    {
        var text = new TextLines();
        if (!fragment.AsSpan().ContainsAny(s_special))
        {
            text.Add(fragment);
        }
        else if (HasMarkup(fragment))
        {
            ReadMarkup(fragment, text);
        }
        else
        {
            text.AddLines(HtmlReferences.Decode(fragment));
        }

        text.HardBreak();
        return text.Lines.ConvertAll(line => line.Text);
    }

    private static bool HasMarkup(ReadOnlySpan<char> fragment)
    {
        var tokens = new HtmlTokens(fragment);
        while (tokens.TryRead())
        {
            if (tokens.Kind == HtmlTokenKind.Other
                || (tokens.Kind != HtmlTokenKind.Text && (HtmlElements.Of(tokens.Name) != HtmlElement.Unknown || tokens.Name.ContainsAny(":-"))))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadMarkup(ReadOnlySpan<char> fragment, TextLines text)
    {
        bool skips = true;
        int preformatted = 0;
        var tokens = new HtmlTokens(fragment);
        while (tokens.TryRead())
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                string decoded = HtmlReferences.Decode(tokens.Value);
                if (preformatted > 0)
                {
                    text.AddLines(decoded);
                }
                else
                {
                    text.Add(decoded);
                }

                continue;
            }

            if (tokens.Kind == HtmlTokenKind.Other)
            {
                continue;
            }

            HtmlElement element = HtmlElements.Of(tokens.Name);
            bool opens = tokens.Kind == HtmlTokenKind.Open;
            bool isUnread = element.HasFlag(HtmlElement.Unread) || tokens.Name.Equals(Caption, StringComparison.OrdinalIgnoreCase);
            if (opens && element.HasFlag(HtmlElement.Raw) && !tokens.Name.Equals(Frame, StringComparison.OrdinalIgnoreCase))
            {
                tokens.SkipRaw(tokens.Name);
            }
            else if (opens && isUnread && skips)
            {
                skips = tokens.TrySkip(tokens.Name);
            }
            else if (element.HasFlag(HtmlElement.Break) && opens)
            {
                text.SoftBreak();
            }
            else if (element.HasFlag(HtmlElement.Block))
            {
                text.HardBreak();
                preformatted += tokens.Name.Equals("pre", StringComparison.OrdinalIgnoreCase) ? opens ? 1 : -1 : 0;
            }
            else if (element == HtmlElement.Void)
            {
                // A picture between two words parts them.
                text.Add(" ");
            }
        }
    }
}
