namespace ArmsClassifier.Cli.Output;

/// <summary>One JSON line an article. Names and order of the fields are a promise.</summary>
internal sealed class JsonArticles(Stream stream) : IResultWriter
{
    private readonly JsonLine _line = new();

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        int furniture = result.Passages.Count(passage => passage.Result is null);
        _line.Json.WriteStartObject();
        _line.Json.WriteString("id", result.Article.Id);
        _line.Json.WriteString("title", result.Article.Title);
        _line.Json.WriteString("date", Names.Of(result.Article.Date));
        _line.Json.WriteString("source", result.Article.Source);
        _line.Json.WriteString("label", result.Label);
        _line.Json.WriteBoolean("isArmsTrade", result.IsArmsTrade);
        _line.Json.WriteNumber("passages", result.Passages.Count - furniture);
        _line.Json.WriteNumber("furniture", furniture);
        _line.Write("shares", result.Shares);
        _line.Write("maxima", result.Maxima);
        _line.Json.WriteString("link", result.Article.Link);
        _line.Json.WriteString("published", Names.Of(result.Article.Published));
        _line.Json.WriteString("author", result.Article.Author);
        _line.Json.WriteEndObject();
        _line.WriteTo(stream);
    }

    /// <inheritdoc/>
    public void Flush() => stream.Flush();

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
