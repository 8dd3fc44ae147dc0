namespace ArmsClassifier.Feeds;

/// <summary>What a line of a page is, judged by itself, before its neighbours are looked at.</summary>
internal enum LineKind
{
    /// <summary>No sentence and no sign of furniture: a headline, a subheading, a name, a menu item.</summary>
    Plain,

    /// <summary>A sentence or more.</summary>
    Prose,

    /// <summary>A bullet with a few words.</summary>
    Item,

    /// <summary>Author, place or time, alone on the line.</summary>
    Byline,

    /// <summary>A heading whose list leads away from the article: related, popular, comments.</summary>
    Section,

    /// <summary>Furniture whatever stands around it.</summary>
    Furniture,
}
