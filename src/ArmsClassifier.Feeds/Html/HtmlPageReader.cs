namespace ArmsClassifier.Feeds;

/// <summary>Reads a web page as one article.</summary>
internal static class HtmlPageReader
{
    /// <summary>Longest page that is read, in characters: a parsed page takes many times its length.</summary>
    private const int MaxPageChars = 16 << 20;

    private const int FirstBufferChars = 64 << 10;

    /// <summary>The article of a page, or why there is none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="options">Settings.</param>
    /// <param name="tally">Takes what the page lacks, instead of a message; null for the message.</param>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options, PageTally? tally = null)
    {
        DocumentSource source = document.Source;
        int limit = Math.Min(options.MaxItemBytes, MaxPageChars);
        var utf8 = new LenientUtf8();
        string? html = ReadUpTo(document, utf8, limit);
        if (html is null)
        {
            yield return InputError.Item(source.Name, 0, "a page that is too long", $"at most {limit} characters", "split it, or leave it out");
            yield break;
        }

        HtmlPage page = HtmlPage.Parse(html, source.Address);
        if (page.Lack is { } lack && tally is null)
        {
            yield return Trouble(source.Name, lack, page.Feeds);
        }
        else if (page.Lack is { } lacking)
        {
            tally!.Add(lacking);
        }

        if (page.Lines.Count == 0 && page.Standfirst.Text.Length == 0)
        {
            yield break;
        }

        IReadOnlyList<Passage> passages = Passages(page);
        if (utf8.HasReplaced)
        {
            yield return InputError.Warning(
                source.Name, 0, "bytes that are not UTF-8", "UTF-8", "they were read as windows-1252: save the source as UTF-8");
        }

        if (!document.Charset.IsUtf8 && tally is null)
        {
            yield return InputError.Note(source.Name, document.Remark("read as a web page"));
        }

        yield return new DocumentItem(new Article
        {
            Id = source.Name,
            Source = source.Name,
            Title = page.Title,
            Date = page.Published?.Date,
            Published = page.Published?.Moment,
            Link = page.Link,
            Author = page.Author,
            Passages = passages,
        });
    }

    private static string? ReadUpTo(OpenedDocument document, LenientUtf8 utf8, int limit)
    {
        using TextReader reader = document.OpenText(utf8);
        char[] buffer = new char[Math.Min(limit, FirstBufferChars)];
        int length = 0;
        while (true)
        {
            int read = reader.ReadBlock(buffer, length, buffer.Length - length);
            length += read;
            if (length < buffer.Length)
            {
                return new string(buffer, 0, length);
            }

            if (length == limit)
            {
                return reader.Peek() < 0 ? new string(buffer, 0, length) : null;
            }

            Array.Resize(ref buffer, (int)Math.Min(limit, buffer.Length * 2L));
        }
    }

    private static List<Passage> Passages(HtmlPage page)
    {
        var lines = new List<PageLine>(page.Lines.Count);
        foreach (TextLine line in page.Lines)
        {
            lines.Add(new PageLine(line.Text, line.Number, 0));
        }

        var passages = new List<Passage>(lines.Count + 2);
        if (page.Title.Length > 0)
        {
            passages.Add(new Passage(page.Title, PassageRole.Title, 1));
        }

        if (page.Standfirst.Text.Length > 0)
        {
            passages.Add(new Passage(page.Standfirst.Text, PassageRole.Standfirst, page.Standfirst.Number));
        }

        passages.AddRange(Page.OfLines(lines, page.Title).Passages);
        return passages;
    }

    private static DocumentItem Trouble(string source, HtmlPageLack lack, IReadOnlyList<string> feeds)
    {
        string feed = feeds.Count == 0 ? "" : $"give its feed, {string.Join(" or ", feeds)}";
        return lack switch
        {
            HtmlPageLack.List => InputError.Warning(
                source, 0, "a page that lists articles", "the page of an article", Cure(feed, "give the pages of the articles, or their feed")),
            HtmlPageLack.SummaryOnly => InputError.Warning(
                source, 0, "a page with no more than the summary of its article", "its text",
                "only title and summary were read: give a page that holds the text"),
            HtmlPageLack.Frames => InputError.Item(source, 0, "a page of frames", "a page with text", Cure(feed, "give the pages that the frames show")),
            HtmlPageLack.Empty => InputError.Item(
                source, 0, "a page without text", "the page of an article", Cure(feed, "save it after its scripts have run, or leave it out")),
            _ => InputError.Item(source, 0, "a page without an article", "paragraphs of text", Cure(feed, "give the page of an article, or leave it out")),
        };
    }

    /// <summary>The feed where the page names one, for it holds what was looked for.</summary>
    private static string Cure(string feed, string otherwise) => feed.Length > 0 ? feed : otherwise;
}
