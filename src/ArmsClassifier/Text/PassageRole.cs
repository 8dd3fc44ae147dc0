namespace ArmsClassifier;

/// <summary>What part a passage plays in its article.</summary>
public enum PassageRole
{
    /// <summary>A paragraph of the article's body; the role of a passage that stands alone.</summary>
    Body,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>The summary under the headline.</summary>
    Standfirst,

    /// <summary>Menus, captions, bylines, share buttons, related links: kept, but not classified as news.</summary>
    Furniture,
}
