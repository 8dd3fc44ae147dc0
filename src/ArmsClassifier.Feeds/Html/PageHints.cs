namespace ArmsClassifier.Feeds;

/// <summary>What the name, class, identifier and role of an element say of the text in it.</summary>
[Flags]
internal enum PageHints
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is said to be the body of an article.</summary>
    Body = 1,

    /// <summary>It is said to be the article or the main part of the page.</summary>
    Main = 2,

    /// <summary>Menus, related articles, advertisements, share buttons, forms, pop-ups.</summary>
    Away = 4,

    /// <summary>What readers write.</summary>
    Comments = 8,

    /// <summary>The caption or credit of a picture.</summary>
    Caption = 16,

    /// <summary>Author, place and time.</summary>
    Byline = 32,

    /// <summary>The summary under the headline.</summary>
    Standfirst = 64,

    /// <summary>Hidden from readers.</summary>
    Hidden = 128,

    /// <summary>The headline.</summary>
    Headline = 256,

    /// <summary>An article among others on a page.</summary>
    Article = 512,

    /// <summary>Who wrote the article.</summary>
    Author = 1024,
}
