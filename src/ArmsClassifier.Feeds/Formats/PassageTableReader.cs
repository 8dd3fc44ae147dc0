using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads a table of passages, one a row. Rows that follow each other with the same <c>article</c> are one article, in the order of
/// <c>position</c> where every row has one; a row without <c>article</c> is an article of its own.
/// The error of a row inside an article comes before the article.
/// </summary>
internal static class PassageTableReader
{
    /// <summary>Whether a cell of the first row names a column.</summary>
    public static bool IsColumn(string cell, string name) => cell.Trim().Trim('"').Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The articles of a table.</summary>
    /// <param name="document">The table.</param>
    /// <param name="options">Settings.</param>
    /// <param name="firstRowLine">The line that the row below the header has; 0 for the one on which it stands.</param>
    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ReaderOptions options, int firstRowLine = 0)
    {
        string source = document.Source.Name;
        string delimiter = FormatRecognition.Delimiter(document.HeadText, options.Fields.Text) ?? ",";
        using var rows = new PassageRows(document.Content, source, delimiter, options) { FirstRowLine = firstRowLine };
        if (document.Charset.Remark.Length > 0)
        {
            yield return InputError.Note(source, document.Remark("read as CSV"));
        }

        var article = new List<PassageRow>();
        long chars = 0;
        while (rows.TryRead())
        {
            // An error leaves an article open, for the rows after it may belong to the same one.
            if (article.Count > 0 && rows.Row is { } next && next.Article != article[0].Article)
            {
                yield return ToItem(article, chars, source, options);
                article.Clear();
            }

            if (rows.Error is { } error)
            {
                yield return error;
            }
            else if (rows.Row is { Article: null } single)
            {
                yield return ToItem([single], single.Text.Length, source, options);
            }
            else if (rows.Row is { } row)
            {
                chars = article.Count == 0 ? row.Text.Length : chars + row.Text.Length;
                if (article.Count == 0 || chars <= options.MaxItemBytes)
                {
                    article.Add(row);
                }
            }
        }

        if (article.Count > 0)
        {
            yield return ToItem(article, chars, source, options);
        }
    }

    private static DocumentItem ToItem(List<PassageRow> rows, long chars, string source, ReaderOptions options)
    {
        PassageRow first = rows[0];
        if (chars > options.MaxItemBytes)
        {
            return InputError.Item(
                source, first.Line, "too long an article", $"at most {options.MaxItemBytes} characters", "split it, or raise MaxItemBytes");
        }

        if (rows.TrueForAll(row => row.Position is not null))
        {
            rows = [.. rows.OrderBy(row => row.Position)];
        }

        var passages = new List<Passage>(rows.Count + 1);
        string? title = rows.Find(row => row.Title is not null)?.Title;
        FeedDate? moment = FeedDate.Parse(rows.Find(row => row.Date is not null)?.Date);
        string? headline = rows.Find(row => row.Role == PassageRole.Title)?.Text;
        if (title is not null && headline is null)
        {
            passages.Add(new Passage(title, PassageRole.Title, first.Line));
        }

        foreach (PassageRow row in rows)
        {
            passages.Add(new Passage(row.Text, row.Role ?? PassageRole.Body, row.Line));
        }

        return new DocumentItem(new Article
        {
            Id = first.Id ?? first.Article ?? string.Create(CultureInfo.InvariantCulture, $"{source}#{first.Line}"),
            Source = source,
            Line = first.Line,
            Title = title ?? headline ?? "",
            Date = moment?.Date ?? NewsDate.Find(rows.Find(row => row.Date is not null)?.Date),
            Published = moment?.Moment,
            Link = Links.Resolve(rows.Find(row => row.Link is not null)?.Link, null),
            Author = AuthorName.OfText(FieldText.OneLine(rows.Find(row => row.Author is not null)?.Author ?? "")),
            Passages = passages,
        });
    }
}
