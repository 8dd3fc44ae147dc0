namespace ArmsClassifier.Feeds;

/// <summary>One row of a passage table. An optional column that is missing or empty is null.</summary>
/// <param name="Line">First line of the row in the source.</param>
/// <param name="Text">The passage.</param>
/// <param name="Article">The article that the passage belongs to.</param>
/// <param name="Position">Its place in the article.</param>
/// <param name="Role">Its role.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Id">The article's identifier.</param>
/// <param name="Date">The article's date as written.</param>
/// <param name="Link">The article's address as written.</param>
/// <param name="Author">The article's author.</param>
internal sealed record PassageRow(
    int Line, string Text, string? Article, int? Position, PassageRole? Role, string? Title, string? Id, string? Date, string? Link, string? Author);
