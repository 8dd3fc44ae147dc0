using System.Text;
using System.Text.Json;

namespace ArmsClassifier.Feeds;

/// <summary>Finds the article in a page's JSON-LD. What is no valid JSON is mended where only line breaks in strings are wrong, otherwise left out.</summary>
internal static class LinkedData
{
    private const int MaxDepth = 12;
    private const int MaxNodes = 2_000;

    private static readonly JsonDocumentOptions s_lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The article that scripts describe: the first that is typed as one, or else the first page; null where there is neither.</summary>
    public static LinkedArticle? Find(IEnumerable<string> scripts)
    {
        LinkedArticle? page = null;
        foreach (string script in scripts)
        {
            foreach (LinkedArticle found in Articles(script))
            {
                if (found.IsArticle)
                {
                    return found;
                }

                page ??= found;
            }
        }

        return page;
    }

    private static List<LinkedArticle> Articles(string script)
    {
        var found = new List<LinkedArticle>();
        using JsonDocument? document = Parse(script) ?? Parse(Mend(script));
        try
        {
            int nodes = 0;
            Collect(document?.RootElement ?? default, found, 0, ref nodes);
        }
        catch (InvalidOperationException)
        {
            // A name with an escape that stands for half a character: what was found before it is kept.
        }

        return found;
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, s_lenient);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair, which has no UTF-8.
            return null;
        }
    }

    /// <summary>The script without what stands around its JSON, and with blanks for the control characters in its strings.</summary>
    private static string Mend(string script)
    {
        int begin = script.AsSpan().IndexOfAny('{', '[');
        int end = script.AsSpan().LastIndexOfAny('}', ']');
        if (begin < 0 || end < begin)
        {
            return "";
        }

        return string.Create(end + 1 - begin, (script, begin), static (mended, source) =>
        {
            for (int i = 0; i < mended.Length; i++)
            {
                char c = source.script[source.begin + i];
                mended[i] = char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c;
            }
        });
    }

    private static void Collect(JsonElement element, List<LinkedArticle> found, int depth, ref int nodes)
    {
        if (depth > MaxDepth || ++nodes > MaxNodes)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, found, depth + 1, ref nodes);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            string type = TypeOf(element);
            if (type is "ItemList" or "BreadcrumbList" or "CollectionPage" or "Product" or "VideoObject" or "ImageObject")
            {
                return;
            }

            LinkedArticle article = Read(element, type);
            if (article.IsArticle || type is "WebPage")
            {
                found.Add(article);
            }

            Follow(element, "@graph", found, depth, ref nodes);
            Follow(element, "mainEntity", found, depth, ref nodes);
            Follow(element, "mainEntityOfPage", found, depth, ref nodes);
        }
    }

    private static void Follow(JsonElement element, string name, List<LinkedArticle> found, int depth, ref int nodes)
    {
        if (element.TryGetProperty(name, out JsonElement inner))
        {
            Collect(inner, found, depth + 1, ref nodes);
        }
    }

    private static LinkedArticle Read(JsonElement element, string type) => new()
    {
        Type = type,
        Headline = Text(element, "headline", "name"),
        Published = Text(element, "datePublished", "dateCreated", "uploadDate"),
        Author = Names(element, "author") is { Length: > 0 } author ? author : Names(element, "creator"),
        Body = Body(element),
        Description = Text(element, "description"),
        Address = Text(element, "url", "mainEntityOfPage", "@id"),
    };

    private static string Body(JsonElement element)
    {
        if (!element.TryGetProperty("liveBlogUpdate", out JsonElement updates) || updates.ValueKind != JsonValueKind.Array)
        {
            return Text(element, "articleBody", "text");
        }

        var body = new StringBuilder();
        foreach (JsonElement update in updates.EnumerateArray())
        {
            if (update.ValueKind == JsonValueKind.Object)
            {
                body.Append(Text(update, "headline")).Append("\n\n").Append(Text(update, "articleBody", "text")).Append("\n\n");
            }
        }

        return body.ToString();
    }

    /// <summary>The type of a node: the first that speaks of an article, where it has several.</summary>
    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type))
        {
            return "";
        }

        if (type.ValueKind != JsonValueKind.Array)
        {
            return Bare(StringOf(type));
        }

        string first = "";
        foreach (JsonElement item in type.EnumerateArray())
        {
            string name = Bare(StringOf(item));
            first = first.Length == 0 || name.Contains("Article", StringComparison.Ordinal) ? name : first;
        }

        return first;
    }

    private static string Bare(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    /// <summary>The first property of some that is a string, or an object or list that names one.</summary>
    private static string Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (element.TryGetProperty(name, out JsonElement value) && Inner(value, 0) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    private static string Inner(JsonElement value, int depth)
    {
        if (depth > 2)
        {
            return "";
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return StringOf(value);
            case JsonValueKind.Array:
                var parts = new List<string>();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    parts.Add(Inner(item, depth + 1));
                }

                return string.Join("\n\n", parts);
            case JsonValueKind.Object:
                return Inner(value.TryGetProperty("@value", out JsonElement inner) || value.TryGetProperty("@id", out inner) ? inner : default, depth + 1);
            default:
                return "";
        }
    }

    private static string Names(JsonElement element, string property)
    {
        var names = new List<string>();
        if (element.TryGetProperty(property, out JsonElement value))
        {
            AddNames(value, names, 0);
        }

        return string.Join(", ", names);
    }

    private static void AddNames(JsonElement value, List<string> names, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array && depth < 2)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                AddNames(item, names, depth + 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out JsonElement name) && depth < 3)
        {
            AddNames(name, names, depth + 1);
        }
        else if (StringOf(value) is { Length: > 0 } text && !names.Contains(text))
        {
            names.Add(text);
        }
    }

    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        }
        catch (InvalidOperationException)
        {
            // An escape such as \uD800 that stands for half a character.
            return "";
        }
    }
}
