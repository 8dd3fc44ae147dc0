namespace ArmsClassifier.Feeds;

/// <summary>How a document is written down. Compressed files and archives are opened first; what is in them has a format.</summary>
public enum DocumentFormat
{
    /// <summary>Recognised from the content, never from the name.</summary>
    Auto,

    /// <summary>One JSON object a line, with a string <c>text</c>, <c>title</c>, or both.</summary>
    Jsonl,

    /// <summary>A table of passages with a header row that names a column <c>text</c>; comma, semicolon or tab between.</summary>
    Csv,

    /// <summary>One article as plain text: a clean text, a hard-wrapped one, or the raw scrape of a web page.</summary>
    Text,

    /// <summary>A JSON array of objects, each with the fields of a JSONL line.</summary>
    Json,

    /// <summary>JSON Feed 1.0 or 1.1.</summary>
    JsonFeed,

    /// <summary>An XML feed: RSS 0.90 to 2.0, RDF, Atom 0.3 or 1.0.</summary>
    Feed,

    /// <summary>OPML: a list of feeds, or an outline.</summary>
    Opml,

    /// <summary>A sitemap or an index of sitemaps, with or without the news extension.</summary>
    Sitemap,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A web archive (WARC).</summary>
    Warc,

    /// <summary>One passage a line behind its labels, as <c>__label__name text</c>.</summary>
    FastText,
}
