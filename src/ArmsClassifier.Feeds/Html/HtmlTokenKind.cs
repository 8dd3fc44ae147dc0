namespace ArmsClassifier.Feeds;

/// <summary>What <see cref="HtmlTokens"/> stands at.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text between tags, character references not decoded.</summary>
    Text,

    /// <summary>A start tag.</summary>
    Open,

    /// <summary>An end tag.</summary>
    Close,

    /// <summary>A comment, declaration or processing instruction.</summary>
    Other,
}
