using ArmsClassifier.Cli.Input;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>All sources of a run, one after the other, in pieces.</summary>
/// <param name="paths">Files, folders and addresses; <c>-</c> is standard input.</param>
/// <param name="standardInput">What that stands for.</param>
/// <param name="reading">How they are read.</param>
/// <param name="web">Fetches addresses, and the feeds of lists that were named themselves.</param>
/// <param name="cancellation">Ends fetching.</param>
internal sealed class BatchInput(IReadOnlyList<string> paths, Stream standardInput, ReaderOptions reading, WebReader? web, CancellationToken cancellation)
{
    private long _bytesRead;

    /// <summary>Bytes of files that have been read so far, those of sources that were passed over included. Any thread may ask.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>The pieces from <paramref name="from"/> on.</summary>
    public IEnumerable<InputBlock> Blocks(InputPosition from)
    {
        int index = 0;
        long total = from.Total - from.Entries;
        foreach (Source source in Sources())
        {
            if (index < from.Source)
            {
                Add(SizeOf(source.File));
            }
            else
            {
                long done = index == from.Source ? from.Entries : 0;
                long entries = 0;
                foreach (DocumentBlock block in source.Blocks)
                {
                    if (entries + block.Count > done)
                    {
                        yield return new InputBlock(block, new InputPosition(index, entries, total), (int)Math.Max(0, done - entries));
                    }

                    entries += block.Count;
                    total += block.Count;
                }
            }

            index++;
        }
    }

    private static long SizeOf(string? file)
    {
        try
        {
            return file is null ? 0 : new FileInfo(file).Length;
        }
        catch (IOException)
        {
            // Only the display of progress wants to know.
            return 0;
        }
    }

    private IEnumerable<Source> Sources()
    {
        for (int i = 0; i < paths.Count; i++)
        {
            int end = i;
            while (end < paths.Count && WebReader.IsAddress(paths[end]))
            {
                end++;
            }

            if (end > i)
            {
                // Addresses that follow each other are fetched together.
                yield return new Source(null, web!.ReadAsync([.. paths.Skip(i).Take(end - i)], reading, cancellation).ToBlockingEnumerable(cancellation).Select(DocumentBlock.Of));
                i = end - 1;
                continue;
            }

            foreach (Source source in Local(paths[i]))
            {
                yield return source;
            }
        }
    }

    private IEnumerable<Source> Local(string path)
    {
        // A list that lies in a folder among others is not one that somebody asked to be fetched.
        ReaderOptions options = reading with { Web = Directory.Exists(path) ? null : web };
        return path == ArticleInput.StandardInput
            ? [new Source(null, DocumentReader.ReadBlocks(standardInput, ArticleInput.StandardInputName, options: options))]
            : DocumentReader.Files(path).Select(file => new Source(file, DocumentReader.ReadBlocks(file, options: options, progress: bytes => Add(bytes))));
    }

    private void Add(long bytes) => Interlocked.Add(ref _bytesRead, bytes);

    /// <summary>A source, which is read when its blocks are asked for.</summary>
    /// <param name="File">The file, or null.</param>
    /// <param name="Blocks">Its pieces.</param>
    private readonly record struct Source(string? File, IEnumerable<DocumentBlock> Blocks);
}
