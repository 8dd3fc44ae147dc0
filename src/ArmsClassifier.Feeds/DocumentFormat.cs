namespace ArmsClassifier.Feeds;

/// <summary>How a document is written down.</summary>
public enum DocumentFormat
{
    /// <summary>
    /// Recognised from the content, never from the name: JSONL where the first character that is not blank is <c>{</c>, CSV where the
    /// first row names a column <c>text</c>, otherwise plain text.
    /// </summary>
    Auto,

    /// <summary>One JSON object a line, with a string <c>text</c>, <c>title</c>, or both.</summary>
    Jsonl,

    /// <summary>A table of passages with a header row that names a column <c>text</c>; comma, semicolon or tab between.</summary>
    Csv,

    /// <summary>One article as plain text: a clean text, a hard-wrapped one, or the raw scrape of a web page.</summary>
    Text,
}
