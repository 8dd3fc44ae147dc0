using ArmsClassifier.Cli.Input;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>All sources of a run, one after the other, in pieces.</summary>
/// <param name="paths">Files and folders; <c>-</c> is standard input.</param>
/// <param name="standardInput">What that stands for.</param>
/// <param name="reading">How they are read.</param>
internal sealed class BatchInput(IReadOnlyList<string> paths, Stream standardInput, ReaderOptions reading)
{
    private long _bytesRead;

    /// <summary>Bytes of files that have been read so far, those of sources that were passed over included. Any thread may ask.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>The pieces from <paramref name="from"/> on.</summary>
    public IEnumerable<InputBlock> Blocks(InputPosition from)
    {
        int source = 0;
        long total = from.Total - from.Entries;
        foreach (string path in Sources())
        {
            if (source < from.Source)
            {
                Add(SizeOf(path));
            }
            else
            {
                long done = source == from.Source ? from.Entries : 0;
                long entries = 0;
                foreach (DocumentBlock block in Open(path))
                {
                    if (entries + block.Count > done)
                    {
                        yield return new InputBlock(block, new InputPosition(source, entries, total), (int)Math.Max(0, done - entries));
                    }

                    entries += block.Count;
                    total += block.Count;
                }
            }

            source++;
        }
    }

    private static long SizeOf(string path)
    {
        try
        {
            return path == ArticleInput.StandardInput ? 0 : new FileInfo(path).Length;
        }
        catch (IOException)
        {
            // Only the display of progress wants to know.
            return 0;
        }
    }

    private IEnumerable<string> Sources() => paths.SelectMany(path => path == ArticleInput.StandardInput ? [path] : DocumentReader.Files(path));

    private IEnumerable<DocumentBlock> Open(string path) => path == ArticleInput.StandardInput
        ? DocumentReader.ReadBlocks(standardInput, ArticleInput.StandardInputName, options: reading)
        : DocumentReader.ReadBlocks(path, options: reading, progress: bytes => Add(bytes));

    private void Add(long bytes) => Interlocked.Add(ref _bytesRead, bytes);
}
