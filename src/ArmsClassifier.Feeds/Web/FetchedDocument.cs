namespace ArmsClassifier.Feeds;

/// <summary>Reads the articles of what was fetched, the beginning of a document included.</summary>
internal static class FetchedDocument
{
    /// <summary>The articles and errors of an address.</summary>
    /// <param name="name">The address as it was asked for.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="options">How documents are read.</param>
    public static IEnumerable<DocumentItem> Read(string name, FetchOutcome outcome, ReaderOptions options)
    {
        if (outcome.Document is not { } document)
        {
            yield return outcome.Failure!.ToItem(name);
            yield break;
        }

        using BoundedStream body = ContentCodings.Decode(document.Body, document.ContentEncoding);
        var held = new List<DocumentItem>();
        bool isPartRead = false;
        foreach (DocumentItem item in DocumentReader.Read(document.ToSource(name, body), DocumentFormat.Auto, options))
        {
            // What is wrong at the end of a document that broke off is that it broke off.
            if (item.Error is { Severity: not InputSeverity.Note } && (outcome.Failure ?? body.Trouble) is not null)
            {
                held.Add(item);
                continue;
            }

            if (item.IsArticle)
            {
                isPartRead = true;
                foreach (DocumentItem earlier in held)
                {
                    yield return earlier;
                }

                held.Clear();
            }

            yield return item;
        }

        if ((outcome.Failure ?? body.Trouble) is { } failure)
        {
            yield return failure.ToItem(name, isPartRead);
        }
    }
}
