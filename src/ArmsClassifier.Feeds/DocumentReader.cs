namespace ArmsClassifier.Feeds;

/// <summary>
/// Reads articles from JSONL, passage tables and plain text. Reading is lazy and holds one article at a time; a bad item becomes one
/// <see cref="InputError"/> in its place and reading goes on. Thread-safe: no state is kept between calls.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads the documents of a stream, standard input included.</summary>
    /// <param name="stream">UTF-8 with or without a byte order mark, or UTF-16 with one. It need not be seekable and is left open.</param>
    /// <param name="source">Name of the stream, for <see cref="Article.Source"/>, identifiers and errors.</param>
    /// <param name="format">The format, or <see cref="DocumentFormat.Auto"/> to recognise it from the content.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>Articles and errors in the order of the input. A blank text or a table without <c>text</c> is one error.</returns>
    /// <exception cref="IOException">The stream failed while it was read.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is no member of the enumeration.</exception>
    public static IEnumerable<DocumentItem> Read(
        Stream stream, string source, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)format, (uint)DocumentFormat.FastText, nameof(format));
        return Read(new DocumentSource(stream, source), format, options ?? new ReaderOptions());
    }

    /// <summary>
    /// Reads a file, or every file of a folder and of the folders in it, in ordinal order of their paths. Hidden files and folders
    /// (name begins with a dot) and links to folders are passed over.
    /// </summary>
    /// <param name="path">File or folder. The source of an article is this path, or the file's path below it.</param>
    /// <param name="format">The format of every file, or <see cref="DocumentFormat.Auto"/> to recognise it file by file.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>Articles and errors; a file that cannot be opened is one error.</returns>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder at <paramref name="path"/>.</exception>
    public static IEnumerable<DocumentItem> ReadPath(
        string path, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            throw new FileNotFoundException($"No file or folder at '{path}'.", path);
        }

        return DocumentFolder.Files(path).SelectMany(file => ReadFile(file, format, options ?? new ReaderOptions()));
    }

    /// <summary>
    /// The files that <see cref="ReadPath"/> reads, in its order: <paramref name="path"/> itself where it is no folder. A folder that cannot
    /// be listed stands for itself, so that opening it tells why.
    /// </summary>
    /// <param name="path">File or folder.</param>
    public static IEnumerable<string> Files(string path) => DocumentFolder.Files(path);

    /// <summary>
    /// Reads a stream as <see cref="Read(Stream, string, DocumentFormat, ReaderOptions?)"/> does, but hands it on in pieces that other threads
    /// can take apart. All items of all blocks in order are the same, whatever the blocks.
    /// </summary>
    /// <inheritdoc cref="Read(Stream, string, DocumentFormat, ReaderOptions?)"/>
    public static IEnumerable<DocumentBlock> ReadBlocks(
        Stream stream, string source, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)format, (uint)DocumentFormat.FastText, nameof(format));
        return Blocks(new DocumentSource(stream, source), format, options ?? new ReaderOptions());
    }

    /// <summary>Reads one file as <see cref="ReadBlocks(Stream, string, DocumentFormat, ReaderOptions?)"/> does.</summary>
    /// <param name="path">The file, which is also the source's name.</param>
    /// <param name="format">The format, or <see cref="DocumentFormat.Auto"/> to recognise it from the content.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="progress">Told after each read how many bytes of the file it took; may be null.</param>
    /// <returns>Blocks in order; a file that cannot be opened, or read to its end, gives one error there.</returns>
    public static IEnumerable<DocumentBlock> ReadBlocks(string path, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null, Action<int>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FileBlocks.Read(path, progress, stream => ReadBlocks(stream, path, format, options));
    }

    private static IEnumerable<DocumentItem> ReadFile(string path, DocumentFormat format, ReaderOptions options) =>
        ReadBlocks(path, format, options).SelectMany(block => block.Items());

    private static IEnumerable<DocumentBlock> Blocks(DocumentSource source, DocumentFormat format, ReaderOptions options)
    {
        var opened = OpenedDocument.Open(source);
        ContainerFormat container = ContainerFormats.Of(opened.Head.Span, source);
        if (container != ContainerFormat.None)
        {
            return ContainerReader.Read(opened, container, format, options).Select(DocumentBlock.Of);
        }

        if (ForeignFormat.Of(opened.Head.Span) is { } foreign)
        {
            return [DocumentBlock.Of(foreign.ToError(source.Name))];
        }

        return (format == DocumentFormat.Auto ? opened.Recognise(options.Fields.Text) : format) switch
        {
            DocumentFormat.Jsonl => LineBlocks.Read(opened.JsonContent, source.Name, options),
            DocumentFormat recognised => Read(opened, format, recognised, options).Select(DocumentBlock.Of),
        };
    }

    /// <summary>Reads one document; what opens containers calls this again for what is in them.</summary>
    internal static IEnumerable<DocumentItem> Read(DocumentSource source, DocumentFormat format, ReaderOptions options)
    {
        var opened = OpenedDocument.Open(source);
        ContainerFormat container = ContainerFormats.Of(opened.Head.Span, source);
        return container != ContainerFormat.None ? ContainerReader.Read(opened, container, format, options)
            : ForeignFormat.Of(opened.Head.Span) is { } foreign ? [foreign.ToError(source.Name)]
            : Read(opened, format, format == DocumentFormat.Auto ? opened.Recognise(options.Fields.Text) : format, options);
    }

    private static IEnumerable<DocumentItem> Read(OpenedDocument opened, DocumentFormat asked, DocumentFormat recognised, ReaderOptions options)
    {
        DocumentSource source = opened.Source;
        return recognised switch
        {
            DocumentFormat.Jsonl => JsonlReader.Read(opened.JsonContent, source.Name, options),
            DocumentFormat.Json => JsonlReader.ReadArray(opened.JsonContent, source.Name, options),
            DocumentFormat.JsonFeed => JsonFeedReader.Read(opened, options),
            DocumentFormat.Csv => PassageTableReader.Read(opened, options),
            DocumentFormat.Feed or DocumentFormat.Sitemap => FeedReader.Read(opened, options),
            DocumentFormat.Opml => OpmlReader.Read(opened, options),
            DocumentFormat.FastText => FastTextReader.Read(opened, options),
            DocumentFormat.Html => HtmlPageReader.Read(opened, options),
            DocumentFormat.Warc => WarcReader.Read(opened.Raw, source, options),
            _ when asked == DocumentFormat.Auto && opened.IsBinary =>
                [InputError.Item(source.Name, 0, "binary data", "UTF-8 text, JSONL or CSV", "save it as UTF-8 text, or leave it out")],
            _ => RawTextReader.Read(opened, options),
        };
    }
}
