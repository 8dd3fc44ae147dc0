namespace ArmsClassifier.Feeds;

/// <summary>What a page says of itself outside of its text: title, <c>meta</c> and <c>link</c> tags, microdata, data in scripts.</summary>
internal sealed class HtmlFacts
{
    private const int MaxFacts = 2_000;
    private const int MaxValueChars = 100_000;
    private const int MaxScripts = 64;
    private const int MaxFeeds = 3;
    private const int MaxFeedChars = 200;

    private readonly Dictionary<string, string> _facts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content of the first <c>title</c>, on one line; empty where there is none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The contents of JSON-LD scripts.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The contents of other scripts that are JSON, as web applications put the text of a page there.</summary>
    public List<string> AppData { get; } = [];

    /// <summary>The addresses of the feeds that the page names, as written.</summary>
    public List<string> Feeds { get; } = [];

    /// <summary>Whether the page is a set of frames.</summary>
    public bool HasFrames { get; private set; }

    /// <summary>The first value that is not blank under one of some names, the names tried in order; empty where there is none.</summary>
    public string Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_facts.TryGetValue(name, out string? value))
            {
                return value;
            }
        }

        return "";
    }

    /// <summary>Takes the content of the page's title.</summary>
    public void AddTitle(ReadOnlySpan<char> content)
    {
        if (Title.Length == 0 && content.Length <= MaxValueChars)
        {
            Title = HtmlText.Line(content.ToString());
        }
    }

    /// <summary>Takes a script, where it is data.</summary>
    public void AddScript(HtmlAttributes attributes, ReadOnlySpan<char> content)
    {
        string type = attributes.Find("type") ?? "";
        List<string>? scripts = type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) ? LinkedData
            : type.Contains("json", StringComparison.OrdinalIgnoreCase) ? AppData
            : null;
        if (scripts is not null && scripts.Count < MaxScripts)
        {
            scripts.Add(content.ToString());
        }
    }

    /// <summary>Takes what a tag says of the page.</summary>
    public void AddTag(ReadOnlySpan<char> name, HtmlAttributes attributes)
    {
        if (name.Equals("meta", StringComparison.OrdinalIgnoreCase))
        {
            string content = attributes.Find("content") ?? "";
            Add(attributes.Find("property"), content);
            Add(attributes.Find("name"), content);
            Add(attributes.Find("itemprop"), content);
        }
        else if (name.Equals("link", StringComparison.OrdinalIgnoreCase))
        {
            Add("link:" + attributes.Find("rel"), attributes.Find("href"));
            AddFeed(attributes);
        }
        else if (name.Equals("base", StringComparison.OrdinalIgnoreCase))
        {
            Add("base", attributes.Find("href"));
        }
        else if (name.Equals("frame", StringComparison.OrdinalIgnoreCase))
        {
            HasFrames = true;
        }
        else if (name.Equals("time", StringComparison.OrdinalIgnoreCase))
        {
            string? moment = attributes.Find("datetime");
            Add(attributes.Find("itemprop"), moment);
            Add(attributes.Find("pubdate") is null ? "time" : "time:pubdate", moment);
        }
        else if (attributes.Find("itemprop") is { } property)
        {
            Add(property, attributes.Find("content") ?? attributes.Find("datetime"));
        }
    }

    private void AddFeed(HtmlAttributes attributes)
    {
        string type = MediaType.Parse(attributes.Find("type") ?? "").Name;
        bool isFeed = type is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json";
        if (isFeed && Feeds.Count < MaxFeeds && attributes.Find("href")?.Trim() is { Length: > 0 and <= MaxFeedChars } address
            && (attributes.Find("rel") ?? "").Contains("alternate", StringComparison.OrdinalIgnoreCase) && !Feeds.Contains(address))
        {
            Feeds.Add(address);
        }
    }

    private void Add(string? name, string? value)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(value) || value.Length > MaxValueChars || _facts.Count >= MaxFacts)
        {
            return;
        }

        _facts.TryAdd(name.Trim(), value.Trim());
    }
}
