namespace ArmsClassifier.Feeds;

/// <summary>Whole lines of a JSONL source, each an entry unless it is blank.</summary>
/// <param name="lines">The lines, each with its line feed; the last may lack it.</param>
/// <param name="firstLine">Number of the first line in the source, from 1.</param>
/// <param name="count">Number of lines that are not blank.</param>
/// <param name="source">Name of the source.</param>
/// <param name="options">How lines are read.</param>
internal sealed class LineBlock(ReadOnlyMemory<byte> lines, int firstLine, int count, string source, ReaderOptions options) : DocumentBlock
{
    /// <inheritdoc/>
    public override int Count => count;

    /// <inheritdoc/>
    public override long Size => lines.Length;

    /// <summary>Whether a line is no entry.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r"u8);

    /// <summary>Cuts the first line off; returns it without its line feed.</summary>
    public static ReadOnlyMemory<byte> Next(ref ReadOnlyMemory<byte> rest)
    {
        int end = rest.Span.IndexOf((byte)'\n');
        ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }

    /// <inheritdoc/>
    public override IEnumerable<DocumentItem> Items(int first, int every)
    {
        ReadOnlyMemory<byte> rest = lines;
        int entry = 0;
        for (int number = firstLine; !rest.IsEmpty; number++)
        {
            ReadOnlyMemory<byte> line = Next(ref rest);
            if (line.Length <= options.MaxItemBytes && IsBlank(line.Span))
            {
                continue;
            }

            if (entry == first)
            {
                first += every;
                yield return line.Length > options.MaxItemBytes ? JsonlReader.TooLong(source, number, options) : JsonlReader.ReadLine(line.Span, source, number, options);
            }

            entry++;
        }
    }
}
