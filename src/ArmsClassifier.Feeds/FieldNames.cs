namespace ArmsClassifier.Feeds;

/// <summary>What the columns of a table and the fields of JSON objects are called. Columns are found whatever their case, fields as written.</summary>
public sealed record FieldNames
{
    /// <summary>The passage, or the article's text. Default: <c>text</c>; in JSON without it, <c>data</c>.</summary>
    public string Text { get; init; } = "text";

    /// <summary>The headline. Default: <c>title</c>.</summary>
    public string Title { get; init; } = "title";

    /// <summary>The identifier. Default: <c>id</c>.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The date of publication, in any form that feeds have. Default: <c>date</c>; without it, <c>published</c>.</summary>
    public string Date { get; init; } = "date";

    /// <summary>The address of the article. Default: <c>link</c>; without it, <c>url</c>.</summary>
    public string Link { get; init; } = "link";

    /// <summary>The author, as text or in JSON a list of texts. Default: <c>author</c>.</summary>
    public string Author { get; init; } = "author";
}
