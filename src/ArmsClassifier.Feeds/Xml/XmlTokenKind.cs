namespace ArmsClassifier.Feeds;

/// <summary>What an <see cref="XmlTokenizer"/> has read.</summary>
internal enum XmlTokenKind
{
    /// <summary>Nothing yet, or the end of the document.</summary>
    None,

    /// <summary>A start tag; also an empty-element tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Character data with entities replaced, or the content of a CDATA section. One text can come in several tokens.</summary>
    Text,
}
