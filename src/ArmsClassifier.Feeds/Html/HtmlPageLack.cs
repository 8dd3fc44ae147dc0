namespace ArmsClassifier.Feeds;

/// <summary>Why a page gives no article, or none but a summary.</summary>
internal enum HtmlPageLack
{
    /// <summary>It is a list of articles.</summary>
    List,

    /// <summary>It has text, but none that reads as an article.</summary>
    NoArticle,

    /// <summary>It has no text at all.</summary>
    Empty,

    /// <summary>Its text is in the pages that its frames show.</summary>
    Frames,

    /// <summary>It is an article of which the page holds no more than the summary.</summary>
    SummaryOnly,
}
