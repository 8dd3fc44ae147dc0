namespace ArmsClassifier.Feeds;

/// <summary>Opens compressed files and archives, and reads what is in them as if it stood by itself.</summary>
internal static class ContainerReader
{
    /// <summary>How deep containers may be nested.</summary>
    private const int MaxDepth = 4;

    public static IEnumerable<DocumentItem> Read(OpenedDocument document, ContainerFormat container, DocumentFormat format, ReaderOptions options)
    {
        DocumentSource source = document.Source;
        if (source.Depth >= MaxDepth)
        {
            return [InputError.Item(source.Name, 0, "too many containers in each other", $"at most {MaxDepth}", "unpack the outer ones")];
        }

        return container switch
        {
            ContainerFormat.Zip => ZipReader.Read(document, format, options),
            ContainerFormat.Gzip => ReadExpanded(source, ExpandingStream.OfGzip(document.Raw), "gzip", format, options),
            _ => ReadExpanded(source, ExpandingStream.OfBrotli(document.Raw), "Brotli", format, options),
        };
    }

    /// <summary>The items that come before data expands too much, and the error.</summary>
    public static IEnumerable<DocumentItem> Guard(IEnumerable<DocumentItem> items, string source)
    {
        using IEnumerator<DocumentItem> guarded = items.GetEnumerator();
        while (true)
        {
            DocumentItem? item = null;
            try
            {
                if (!guarded.MoveNext())
                {
                    break;
                }
            }
            catch (ExpansionException)
            {
                item = InputError.Item(
                    source, 0, $"packed data that expands more than {ExpandingStream.MaxRatio} times", "text",
                    "leave it out: what comes after this is not read");
            }

            yield return item ?? guarded.Current;
            if (item is not null)
            {
                break;
            }
        }
    }

    private static IEnumerable<DocumentItem> ReadExpanded(
        DocumentSource source, ExpandingStream expanded, string kind, DocumentFormat format, ReaderOptions options)
    {
        using (expanded)
        {
            DocumentSource inner = source with { Content = expanded, Depth = source.Depth + 1 };
            foreach (DocumentItem item in Guard(Begin(inner, format, options), source.Name))
            {
                yield return item;
            }

            if (expanded.IsDamaged)
            {
                // Nobody knows how much came after: that is a loss, not a blemish.
                yield return InputError.Item(
                    source.Name, 0, $"{kind} data that is damaged or breaks off", $"a whole {kind} file", "what could be unpacked was read: get the file anew");
            }
        }
    }

    /// <summary>Opens the content when its items are first asked for, so that the guard is around it.</summary>
    private static IEnumerable<DocumentItem> Begin(DocumentSource source, DocumentFormat format, ReaderOptions options)
    {
        foreach (DocumentItem item in DocumentReader.Read(source, format, options))
        {
            yield return item;
        }
    }
}
