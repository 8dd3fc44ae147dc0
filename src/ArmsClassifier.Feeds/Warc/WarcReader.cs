using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads the pages of a web archive (WARC 0.17 to 1.1), one record at a time: responses, resources, and the conversions of WET files.
/// Memory does not grow with the archive. A damaged record is passed over to the next.
/// </summary>
internal static class WarcReader
{
    private const string RobotsPath = "/robots.txt";
    private const int Ok = 200;

    public static IEnumerable<DocumentItem> Read(Stream content, DocumentSource source, ReaderOptions options)
    {
        var input = new WarcInput(content);
        var tally = new PageTally();
        bool isSound = true;
        int records = 0;
        while (Next(input, ref isSound) is { } record)
        {
            records++;
            using var block = new WarcBlock(input, record.Length);
            foreach (DocumentItem item in ReadRecord(record, block, source, records, tally, options))
            {
                yield return item;
            }

            isSound &= !Skip(block);
        }

        if (tally.Note(records) is { } note)
        {
            yield return InputError.Note(source.Name, note);
        }

        if (!isSound)
        {
            yield return InputError.Warning(
                source.Name, 0, "records whose length is wrong, or that are damaged", "a sound WARC file",
                "reading went on with the next record each time: get the file anew if pages are missing");
        }
    }

    /// <summary>The next record; damage that ends in refused expansion is passed over.</summary>
    private static WarcRecord? Next(WarcInput input, ref bool isSound)
    {
        while (true)
        {
            try
            {
                return WarcRecord.Read(input, ref isSound);
            }
            catch (ExpansionException)
            {
                isSound = false;
            }
        }
    }

    /// <summary>Passes over the rest of a block; true where it is shorter than said or expands too much.</summary>
    private static bool Skip(WarcBlock block)
    {
        try
        {
            block.Skip();
            return block.IsShort;
        }
        catch (ExpansionException)
        {
            return true;
        }
    }

    private static IEnumerable<DocumentItem> ReadRecord(
        WarcRecord record, WarcBlock block, DocumentSource source, int number, PageTally tally, ReaderOptions options)
    {
        if (record.IsContinuation || record.Type is not ("response" or "resource" or "conversion"))
        {
            yield break;
        }

        string id = record.Address.Length > 0 ? record.Address : string.Create(CultureInfo.InvariantCulture, $"{source.Name}#{number}");
        string name = record.Address.Length > 0 ? $"{source.Name}/{record.Address}" : id;
        foreach (DocumentItem item in ContainerReader.Guard(ReadPage(record, block, source with { Name = name }, tally, options), name))
        {
            yield return item.IsArticle ? new DocumentItem(Of(item.Article, name, id, source.Name)) : item;
        }
    }

    private static IEnumerable<DocumentItem> ReadPage(
        WarcRecord record, WarcBlock block, DocumentSource source, PageTally tally, ReaderOptions options)
    {
        MediaType type = MediaType.Parse(record.ContentType);
        Stream? body = block;
        if (record.Type == "response" && type.Name is "application/http" or "")
        {
            var head = HttpHead.Read(block);
            type = MediaType.Parse(head["Content-Type"]);
            body = head.Status == Ok ? HttpBody.Decode(block, head) : null;
        }

        type = record.IdentifiedType.Length > 0 && type.Name is "" or "application/octet-stream" or "unknown/unknown"
            ? type with { Name = MediaType.Parse(record.IdentifiedType).Name }
            : type;
        var address = Links.Address(record.Address, null);
        if (body is null || !type.IsReadable || address?.AbsolutePath == RobotsPath)
        {
            yield break;
        }

        using (body)
        {
            var page = new DocumentSource(body, source.Name) { Charset = type.Charset, MediaType = type.Name, Address = address, Depth = source.Depth + 1 };
            IEnumerable<DocumentItem> items = type.IsHtml
                ? HtmlPageReader.Read(OpenedDocument.Open(page), options, tally)
                : DocumentReader.Read(page, record.Type == "conversion" ? DocumentFormat.Text : DocumentFormat.Auto, options);
            foreach (DocumentItem item in items)
            {
                if (item.IsArticle || item.Error.Severity != InputSeverity.Note)
                {
                    yield return item;
                }
            }

            if (body is ExpandingStream { IsDamaged: true })
            {
                yield return InputError.Item(
                    source.Name, 0, "a page whose packed body is damaged or breaks off", "a whole one", "what could be unpacked was read: get the page anew");
            }
        }
    }

    private static Article Of(Article article, string name, string id, string source) => article with
    {
        Id = article.Id.StartsWith(name, StringComparison.Ordinal) ? id + article.Id[name.Length..] : article.Id,
        Source = source,
        Link = article.Link.Length > 0 ? article.Link : Links.Resolve(id, null),
    };
}
