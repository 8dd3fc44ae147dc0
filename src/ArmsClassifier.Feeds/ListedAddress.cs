namespace ArmsClassifier.Feeds;

/// <summary>One address of a list.</summary>
/// <param name="Link">The absolute http or https address.</param>
/// <param name="Title">What the list calls it, or empty.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Changed">When it changed last or was published, or null.</param>
public sealed record ListedAddress(string Link, string Title, AddressKind Kind, DateTimeOffset? Changed = null);
