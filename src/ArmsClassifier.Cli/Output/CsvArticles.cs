namespace ArmsClassifier.Cli.Output;

/// <summary>One CSV row an article: the fields of the JSON record, with a column for each label's share and maximum.</summary>
internal sealed class CsvArticles : IResultWriter
{
    private readonly CsvTable _table;
    private readonly IReadOnlyList<string> _labels;

    /// <summary>Begins with nothing.</summary>
    public CsvArticles(CsvTable table, IReadOnlyList<string> labels) => (_table, _labels) = (table, labels);

    /// <inheritdoc/>
    public void WriteHeader()
    {
        _table.Begin();
        _table.AddAll(["id", "title", "date", "source", "label", "isArmsTrade", "passages", "furniture"]);
        _table.AddAll(_labels.Select(label => "share_" + label));
        _table.AddAll(_labels.Select(label => "maximum_" + label));
        _table.AddAll(["link", "published", "author"]);
        _table.End();
    }

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        int furniture = result.Passages.Count(passage => passage.Result is null);
        _table.Add(result.Article.Id);
        _table.Add(result.Article.Title);
        _table.Add(Names.Of(result.Article.Date));
        _table.Add(result.Article.Source);
        _table.Add(result.Label);
        _table.Add(result.IsArmsTrade);
        _table.Add(result.Passages.Count - furniture);
        _table.Add(furniture);
        _table.Add(_labels, result.Shares);
        _table.Add(_labels, result.Maxima);
        _table.Add(result.Article.Link);
        _table.Add(Names.Of(result.Article.Published));
        _table.Add(result.Article.Author);
        _table.End();
    }

    /// <inheritdoc/>
    public void Flush() => _table.Flush();

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();
}
