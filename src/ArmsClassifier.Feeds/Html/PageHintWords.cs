using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>Reads the hints in the classes, identifiers and roles that publishers' templates give to elements.</summary>
internal static class PageHintWords
{
    private const int MaxWords = 40;
    private const int MaxWordChars = 20;

    private static readonly FrozenDictionary<string, PageHints> s_words = Table();

    private static readonly FrozenDictionary<string, PageHints>.AlternateLookup<ReadOnlySpan<char>> s_spans =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that name a thing, before one that names its body.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things =
        "article story entry post news text content page main body field td single detail details full item rich".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_bodies =
        "body content text copy paragraph paragraphs main".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_joined =
        ("articlebody storybody articletext storytext articlecontent entrycontent postcontent newstext bodytext maintext fulltext newsbody textbody "
            + "storycontent bodycopy")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The hints of an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="words">Its class, identifier and role, parted by blanks; or null.</param>
    /// <param name="item">Its <c>itemprop</c>, or null.</param>
    public static PageHints Of(string name, string? words, string? item)
    {
        PageHints hints = OfName(name);
        hints |= item switch
        {
            null => PageHints.None,
            "articleBody" => PageHints.Body,
            "author" => PageHints.Byline | PageHints.Author,
            "datePublished" or "dateModified" or "publisher" => PageHints.Byline,
            "description" or "alternativeHeadline" => PageHints.Standfirst,
            "headline" => PageHints.Headline,
            "caption" or "image" => PageHints.Caption,
            "comment" => PageHints.Comments,
            _ => PageHints.None,
        };
        return words is null ? hints : hints | OfWords(words);
    }

    private static PageHints OfName(string name) => name switch
    {
        "nav" or "aside" or "footer" or "dialog" or "menu" or "address" => PageHints.Away,
        "figcaption" => PageHints.Caption,
        "main" => PageHints.Main,
        "article" => PageHints.Article,
        "h1" => PageHints.Headline,
        _ => PageHints.None,
    };

    private static PageHints OfWords(ReadOnlySpan<char> words)
    {
        PageHints hints = PageHints.None;
        ReadOnlySpan<char> before = default;
        int count = 0;
        int at = 0;
        while (at < words.Length && count < MaxWords)
        {
            int begin = at;
            at = WordEnd(words, begin);
            ReadOnlySpan<char> word = words[begin..at];
            if (word.IsEmpty)
            {
                at++;
                before = words[begin] is ' ' ? default : before;
                continue;
            }

            count++;
            if (word.Length <= MaxWordChars)
            {
                hints |= s_spans.TryGetValue(word, out PageHints hint) ? hint : PageHints.None;
                hints |= s_joined.Contains(word) || (s_bodies.Contains(word) && s_things.Contains(before)) ? PageHints.Body : PageHints.None;
            }

            before = word;
        }

        return hints;
    }

    /// <summary>Where a run of letters ends, or a hump of one in camel case.</summary>
    private static int WordEnd(ReadOnlySpan<char> words, int begin)
    {
        int end = begin;
        while (end < words.Length && char.IsAsciiLetter(words[end])
            && !(end > begin && char.IsAsciiLetterUpper(words[end]) && char.IsAsciiLetterLower(words[end - 1])))
        {
            end++;
        }

        return end;
    }

    private static FrozenDictionary<string, PageHints> Table()
    {
        var table = new Dictionary<string, PageHints>(StringComparer.OrdinalIgnoreCase);
        Add(PageHints.Away, "nav navbar navigation menu menus submenu breadcrumb breadcrumbs footer sidebar sidebars aside complementary contentinfo banner");
        Add(PageHints.Away, "related recirc recirculation recommended recommendation recommendations popular");
        Add(PageHints.Away, "trending mostread mostpopular toplist morestories");
        Add(PageHints.Away, "share sharing shares sharebar sharetools social socials addthis sharethis sharedaddy addtoany follow relatedposts");
        Add(PageHints.Away, "newsletter newsletters subscribe subscription signup promo promos promoted promotion");
        Add(PageHints.Away, "advert adverts advertisement advertising ad ads adsense advertorial sponsor sponsored sponsors");
        Add(PageHints.Away, "cookie cookies consent gdpr cmp onetrust modal popup overlay lightbox toast alert taboola outbrain zergnet teads");
        Add(PageHints.Away, "tags taglist keywords topics pagination pager paging prevnext login search skip noprint teaser teasers readmore alsoread");
        Add(PageHints.Away, "widget widgets toolbar tools masthead topbar offcanvas hamburger slideshow carousel");
        Add(PageHints.Away, "paywall regwall barrier meter donate donation membership");
        Add(PageHints.Away, "authorbio bio biography disclaimer copyright feedback poll quiz weather horoscope ticker player transcript pullquote");
        Add(PageHints.Comments, "comment comments disqus commentlist replies respond livefyre discussion");
        Add(PageHints.Caption, "caption captions figcaption credit credits photocredit imagecredit photographer");
        Add(PageHints.Byline | PageHints.Author, "byline bylines author authors");
        Add(PageHints.Byline, "dateline timestamp datetime pubdate published publishdate updated date time posted postmeta articlemeta kicker eyebrow");
        Add(PageHints.Standfirst, "standfirst dek deck subtitle subheadline subhead subheading excerpt chapeau sapo abstract introtext summary");
        Add(PageHints.Hidden, "hidden visuallyhidden screenreader");
        Add(PageHints.Headline, "headline");
        Add(PageHints.Main, "main article story hentry post");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(PageHints hint, string words)
        {
            foreach (string word in words.Split(' '))
            {
                table[word] = table.GetValueOrDefault(word) | hint;
            }
        }
    }
}
