namespace ArmsClassifier.Feeds;

/// <summary>What an address in a list leads to.</summary>
public enum AddressKind
{
    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A page, such as an article.</summary>
    Page,

    /// <summary>A sitemap: another list.</summary>
    Sitemap,
}
