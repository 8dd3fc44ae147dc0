namespace ArmsClassifier.Feeds;

/// <summary>An element that is open: its names, and what it inherits.</summary>
/// <param name="Tag">The name as written, with its prefix.</param>
/// <param name="Vocabulary">The short name of its namespace, as <see cref="XmlVocabulary"/> has it.</param>
/// <param name="Name">The local name in lower case.</param>
/// <param name="Base">The address that relative references in it are relative to, or null.</param>
/// <param name="Namespaces">The prefixes that are bound in it.</param>
/// <param name="Line">Line of its start tag, from 1.</param>
internal sealed record XmlElement(
    string Tag, string Vocabulary, string Name, Uri? Base, IReadOnlyDictionary<string, string> Namespaces, int Line)
{
    /// <summary>Whether this is an element of RSS, Atom, OPML or sitemaps.</summary>
    public bool IsCore => Vocabulary.Length == 0;

    /// <summary>The names as <c>vocabulary:name</c>, or the name alone for core elements.</summary>
    public string Key => IsCore ? Name : Vocabulary + ":" + Name;
}
