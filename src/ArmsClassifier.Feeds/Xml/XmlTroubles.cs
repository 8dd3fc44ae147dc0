using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>What was wrong with an XML document and was read regardless, gathered into one warning.</summary>
internal sealed class XmlTroubles
{
    private const int MaxKinds = 16;
    private const int MaxKindsTold = 4;

    private readonly List<(string Kind, int Line)> _first = [];

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsEmpty => _first.Count == 0;

    /// <summary>Remembers a trouble, if it is the first of its kind.</summary>
    /// <param name="kind">What was found, as words for a message.</param>
    /// <param name="line">Line of the document, from 1.</param>
    public void Add(string kind, int line)
    {
        if (_first.Count < MaxKinds && !_first.Exists(known => known.Kind == kind))
        {
            _first.Add((kind, line));
        }
    }

    /// <summary>The one warning about a document.</summary>
    /// <param name="source">The document's name.</param>
    /// <param name="expected">What should have been there.</param>
    public DocumentItem ToWarning(string source, string expected)
    {
        var told = new List<string>();
        foreach ((string kind, int line) in _first.GetRange(0, Math.Min(_first.Count, MaxKindsTold)))
        {
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} (line {line})"));
        }

        string more = _first.Count > MaxKindsTold ? " and more" : "";
        return InputError.Warning(
            source, _first[0].Line, string.Join(", ", told) + more, expected,
            "what could be read was read: check the articles, and tell the publisher to mend the document");
    }
}
