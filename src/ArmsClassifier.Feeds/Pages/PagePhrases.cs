using System.Buffers;
using System.Collections.Frozen;

namespace ArmsClassifier.Feeds;

/// <summary>The standing phrases of web pages, wire copy and mail that never belong to the news itself.</summary>
internal static class PagePhrases
{
    private const int MaxOpeningWords = 14;
    private const int MaxSectionWords = 6;
    private const int MaxAddressWords = 60;
    private const int MaxWholeWords = 20;

    /// <summary>Lines that are one of these and nothing more.</summary>
    private static readonly FrozenSet<string> s_whole = Set([
        "home", "menu", "main menu", "search", "more", "close", "share", "save", "print", "email", "e-mail", "tweet", "like", "reply",
        "quote", "report", "copy link", "facebook", "twitter", "linkedin", "whatsapp", "telegram", "instagram", "youtube", "pinterest",
        "reddit", "vkontakte", "rss", "about", "about us", "contact", "contact us", "contacts", "careers", "jobs", "advertise",
        "advertisement", "advertisements", "ad", "sponsored", "privacy", "privacy policy", "cookie policy", "cookies", "terms",
        "terms of use", "terms of service", "terms and conditions", "sitemap", "site map", "help", "faq", "feedback", "subscribe",
        "subscribe now", "log in", "login", "sign in", "sign up", "sign out", "register", "my account", "newsletter", "newsletters",
        "donate", "support us", "accept", "accept all", "reject all", "manage preferences", "loading", "archive", "archives", "next",
        "previous", "newer post", "older post", "next article", "previous article", "read more", "continue reading", "show more",
        "load more", "view all", "see all", "watch live", "listen", "live", "senior member", "junior member", "moderator", "post comment",
        "text size", "font size", "end", "ends", "for immediate release", "press officer", "photo gallery", "accessibility",
        "accessibility help", "update your preferences", "unsubscribe", "disclaimer", "our team", "team", "imprint", "editorial policy",
        "corrections", "all rights reserved", "breaking news", "name", "website", "pdf", "from our correspondent",
        "from our own correspondent", "from a correspondent", "staff writer", "staff reporter", "audio", "video", "podcast", "podcasts",
        "opens in new window", "opens in a new window", "skip advertisement", "dark mode", "back", "top", "exit", "key events",
    ]);

    /// <summary>Headings of lists that lead away from the article.</summary>
    private static readonly FrozenSet<string> s_sections = Set([
        "related", "related articles", "related stories", "related content", "related news", "related posts", "related topics",
        "related links", "related coverage", "related reading", "related items", "popular", "popular now", "popular articles",
        "popular posts", "most popular", "most read", "most viewed", "most shared", "most commented", "most recent", "trending",
        "trending now", "top stories", "top news", "latest", "latest news", "latest stories", "latest articles", "more on this story",
        "more on this topic", "more news", "more stories", "more articles", "other news", "other stories", "recommended",
        "recommended for you", "recommended stories", "you may also like", "you might also like", "you may also be interested in",
        "editor's picks", "editors' picks", "editor’s picks", "editors’ picks", "editor's choice", "don't miss", "don’t miss",
        "read next", "up next", "what to read next", "in this section", "also in this section", "promoted content", "promoted stories",
        "sponsored content", "from the web", "around the web", "from around the web", "around the site", "recent posts",
        "recent articles", "recent stories", "recent comments", "similar articles", "similar stories", "similar news", "featured",
        "featured stories", "blogroll", "must reads", "must read", "comments", "leave a reply", "leave a comment", "post a comment",
        "add a comment", "join the conversation", "comments are closed", "see also", "further reading", "in other news",
        "share this", "share this article", "like this", "tags", "topics", "categories", "follow us",
    ]);

    private static readonly Openings s_sectionOpenings = new(["latest on ", "latest in ", "latest from ", "more from "]);

    private static readonly Openings s_stamps =
        new(["posted ", "published", "publication date", "updated", "last updated", "last modified", "first published", "date:"]);

    /// <summary>Beginnings of short lines.</summary>
    private static readonly Openings s_openings = new([
        "skip to ", "jump to ", "share this", "share on", "share via", "follow us", "follow @", "sign up", "subscribe", "read more",
        "read also", "also read", "read this", "see also", "see more", "more from ", "more on this", "watch:", "listen:", "related:",
        "recommended:", "click here", "tap here", "tags:", "topics:", "labels:", "label:", "keywords:", "categories:", "category:",
        "filed under", "posted in ", "posted by ", "posted on ", "published on ", "published:", "publication date", "updated:",
        "last updated", "last modified", "first published", "join date", "posts:", "location:", "powered by", "view this email",
        "view in browser", "your email", "your name", "required fields", "leave a reply", "leave a comment", "additional information",
        "media contact", "press contact", "contact:", "contacts:", "for more information", "source:", "sources:", "download ",
        "print this", "email this", "send to a friend", "send this", "back to top", "back to home", "back to news", "unlock the ",
        "be the first to", "log in", "login to", "register now", "register here", "register for ", "please sign in", "please enable",
        "enable javascript", "loading", "advertisement", "sponsored by", "support our", "support us", "donate now", "become a member",
        "make a donation", "buy a subscription", "get the app", "written by", "edited by", "translated by", "compiled by", "reported by",
        "author:", "authors:", "by:", "date:", "from:", "to:", "cc:", "bcc:", "reply-to:", "sent:", "message-id:", "eds:", "editors:",
        "attention -", "copyright", "(c) ", "play video", "watch video", "sent from my", "add comment", "view comments", "show comments",
        "choose your", "select your", "login",
    ]);

    /// <summary>Wherever one of these occurs in a line of ordinary length, it is not the news that speaks.</summary>
    private static readonly SearchValues<string> s_anywhere = Values([
        "all rights reserved", "we use cookies", "uses cookies", "use of cookies", "cookie policy", "may not be republished",
        "may not be reproduced", "may not be published, broadcast", "subscribe to our", "our newsletter", "free newsletter",
        "weekly newsletter", "daily newsletter", "follow us on", "in your inbox", "to your inbox", "article was originally published",
        "article first appeared", "story was originally published", "originally appeared in", "originally appeared on",
        "reprinted with permission", "republished with permission", "contributed to this report", "contributed reporting",
        "email address will not be published", "required fields are marked", "javascript", "views expressed in this",
        "views expressed here", "views expressed are", "opinions expressed in this", "opinions expressed here", "opinions expressed are",
        "you are receiving this", "unsubscribe", "become a member", "support our journalism", "personalised ads", "personalized ads",
        "thoughts on “", "thoughts on \"", "text of report by", "text of report in", "[passage omitted", "©",
    ]);

    /// <summary>Beginnings that mark a line of any kind.</summary>
    private static readonly Openings s_openingsOfAll = new([
        "©", "copyright", "(reporting by", "(reporting and", "reporting by ", "(additional reporting", "additional reporting by",
        "(writing by", "(editing by", "(with reporting", "with reporting by", "with material from", "with information from",
        "this article was first published", "this article was translated", "this report was first published", "translated from ",
        "translated by ", "additional reporting from", "letters to the editor", "comments on this article", "by our ", "from our ",
    ]);

    /// <summary>Matters of the site, not of the news, where the line also speaks to the reader.</summary>
    private static readonly SearchValues<string> s_siteMatters = Values([
        "newsletter", "subscri", "cookie", "sign up", "privacy policy", "inbox", "donat", "log in", "browser", "advertis",
        "our journalism", "our reporting", "our app", "our website", "this website", "this site", "comment policy",
    ]);

    private static readonly SearchValues<string> s_address = SearchValues.Create(
        [" you ", "your ", "You ", "Your ", " our ", "Our ", " us ", " we ", "We "], StringComparison.Ordinal);

    private static readonly SearchValues<string> s_reports = Values([" said", " says", " told ", " reported ", "“", "\""]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_wholeSpans =
        s_whole.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_sectionSpans =
        s_sections.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a line is a standing phrase of pages.</summary>
    public static bool IsFurniture(PageLine line)
    {
        if (line.Words > MaxAddressWords)
        {
            return false;
        }

        // A phrase after the first sentence of a long line is the tail of a paragraph that has news before it.
        ReadOnlySpan<char> text = line.Words <= MaxWholeWords ? line.Text : line.FirstSentence;
        bool reports = line.IsProse && text.ContainsAny(s_reports);
        return s_wholeSpans.Contains(Bare(line.Text))
            || (!reports && text.ContainsAny(s_anywhere))
            || s_openingsOfAll.Begin(line.Text)
            || (!reports && line.IsProse && text.ContainsAny(s_siteMatters) && text.ContainsAny(s_address))
            || (!line.IsProse && line.Words <= MaxOpeningWords
                && (s_openings.Begin(line.Text) || IsPageNumber(line.Text)));
    }

    /// <summary>Whether a line heads a list of other articles, of comments or of share buttons.</summary>
    public static bool IsSection(PageLine line)
    {
        ReadOnlySpan<char> bare = Bare(line.Text);
        return line.Words <= MaxSectionWords
            && (s_sectionSpans.Contains(bare)
                || (!line.EndsSentence && s_sectionOpenings.Begin(bare))
                || (bare.EndsWith(" comments", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(bare[0])));
    }

    /// <summary>Whether a line says when the page was published or changed, or is the date header of a mail.</summary>
    public static bool IsStamp(ReadOnlySpan<char> text) =>
        s_stamps.Begin(text);

    private static bool IsPageNumber(ReadOnlySpan<char> text) =>
        text.StartsWith("page ", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && char.IsAsciiDigit(text[5]);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> bare = text.Trim("•·▪‣●○■□◦»›➤*+-–—|:.,…!()[]<>«‹#→← ");
        int count = bare.LastIndexOf('(');
        return count > 0 && bare[count..].ContainsAnyInRange('0', '9') ? bare[..count].TrimEnd() : bare;
    }

    private static FrozenSet<string> Set(string[] phrases) => phrases.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static SearchValues<string> Values(string[] phrases) => SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
}
