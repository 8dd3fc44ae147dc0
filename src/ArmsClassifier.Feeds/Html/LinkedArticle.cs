namespace ArmsClassifier.Feeds;

/// <summary>What JSON-LD says of an article (schema.org). Strings are empty where nothing is said.</summary>
internal sealed record LinkedArticle
{
    /// <summary>The schema.org type that was found, such as <c>NewsArticle</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>headline</c> or else <c>name</c>.</summary>
    public string Headline { get; init; } = "";

    /// <summary><c>datePublished</c> or else <c>dateCreated</c>.</summary>
    public string Published { get; init; } = "";

    /// <summary>The names in <c>author</c>, or else <c>creator</c>, parted by commas.</summary>
    public string Author { get; init; } = "";

    /// <summary><c>articleBody</c> or else <c>text</c>; that of all its <c>liveBlogUpdate</c>s where it is a live blog.</summary>
    public string Body { get; init; } = "";

    /// <summary><c>description</c>.</summary>
    public string Description { get; init; } = "";

    /// <summary><c>url</c>, or else the identifier of <c>mainEntityOfPage</c>.</summary>
    public string Address { get; init; } = "";

    /// <summary>Whether the type is one of articles, not one of pages.</summary>
    public bool IsArticle => Type.Contains("Article", StringComparison.Ordinal) || Type.EndsWith("Posting", StringComparison.Ordinal)
        || Type is "Report" or "Review" or "AnalysisNewsArticle" or "NewsItem";
}
