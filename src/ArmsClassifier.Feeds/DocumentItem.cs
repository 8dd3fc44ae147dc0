using System.Diagnostics.CodeAnalysis;

namespace ArmsClassifier.Feeds;

/// <summary>What <see cref="DocumentReader"/> yields: an article or an error, exactly one of the two.</summary>
public sealed record DocumentItem
{
    internal DocumentItem(Article article) => Article = article;

    internal DocumentItem(InputError error) => Error = error;

    /// <summary>The article that was read, or null where this item is an error.</summary>
    public Article? Article { get; }

    /// <summary>Why an item could not be read, or what was lost in reading it; null where this item is an article.</summary>
    public InputError? Error { get; }

    /// <summary>Whether this item is an article.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsArticle => Article is not null;
}
