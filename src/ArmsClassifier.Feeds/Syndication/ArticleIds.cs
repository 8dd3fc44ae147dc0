using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>Gives every article of a source an identifier of its own.</summary>
internal sealed class ArticleIds
{
    private readonly Dictionary<string, int> _given = [];

    /// <summary>How many items had the identifier of an earlier one.</summary>
    public int Doubles { get; private set; }

    /// <summary>The identifier that the source gives; otherwise the address, or the place. One that was given before gets a number.</summary>
    /// <param name="written">The identifier in the source, or empty.</param>
    /// <param name="link">The address, or empty.</param>
    /// <param name="place">The place in the source.</param>
    public string Take(string written, string link, string place)
    {
        string id = written.Length > 0 ? written : link.Length > 0 ? link : place;
        int given = _given.GetValueOrDefault(id);
        _given[id] = given + 1;
        if (given == 0)
        {
            return id;
        }

        Doubles += written.Length > 0 ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{id}#{given + 1}");
    }
}
