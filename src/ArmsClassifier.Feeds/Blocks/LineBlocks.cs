namespace ArmsClassifier.Feeds;

/// <summary>
/// Cuts a stream into blocks of whole lines. A block holds what one read of the stream gave, so that a slow source is handed on line by
/// line and a fast one in large pieces. A line beyond the limit is passed over in a buffer of that size.
/// </summary>
internal static class LineBlocks
{
    // Small enough to stay out of the heap of large objects.
    private const int BlockBytes = 64 << 10;

    /// <summary>The blocks in order.</summary>
    /// <param name="content">The stream, as UTF-8.</param>
    /// <param name="source">Its name.</param>
    /// <param name="options">How lines are read.</param>
    /// <param name="blockBytes">How much is read at once.</param>
    public static IEnumerable<DocumentBlock> Read(Stream content, string source, ReaderOptions options, int blockBytes = BlockBytes)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(blockBytes);
        int number = 1;
        int length = 0;
        bool isPassingOver = false;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, buffer.Length * 2L));
            }

            int read = content.Read(buffer, length, buffer.Length - length);
            int end = read == 0 ? length : length + buffer.AsSpan(length, read).LastIndexOf((byte)'\n') + 1;
            bool isWhole = read == 0 || buffer.AsSpan(length, read).Contains((byte)'\n');
            length += read;
            if (!isWhole)
            {
                // The part of a line that is too long is forgotten; that it is there stays known.
                isPassingOver |= length > options.MaxItemBytes;
                length = isPassingOver ? 0 : length;
                continue;
            }

            int begin = 0;
            if (isPassingOver)
            {
                yield return new ReadBlock(JsonlReader.TooLong(source, number++, options));
                begin = buffer.AsSpan(0, end).IndexOf((byte)'\n') + 1;
                isPassingOver = false;
            }

            if (begin < end)
            {
                (int lines, int entries) = Measure(buffer.AsMemory(begin, end - begin), options);
                byte[] next = read == 0 ? [] : GC.AllocateUninitializedArray<byte>(Math.Max(blockBytes, length - end));
                buffer.AsSpan(end, length - end).CopyTo(next);
                if (entries > 0)
                {
                    yield return new LineBlock(buffer.AsMemory(begin, end - begin), number, entries, source, options);
                }

                number += lines;
                buffer = next;
            }
            else
            {
                buffer.AsSpan(end, length - end).CopyTo(buffer);
            }

            length -= end;
            if (read == 0)
            {
                yield break;
            }
        }
    }

    private static (int Lines, int Entries) Measure(ReadOnlyMemory<byte> block, ReaderOptions options)
    {
        int lines = 0;
        int entries = 0;
        while (!block.IsEmpty)
        {
            ReadOnlyMemory<byte> line = LineBlock.Next(ref block);
            lines++;
            entries += line.Length > options.MaxItemBytes || !LineBlock.IsBlank(line.Span) ? 1 : 0;
        }

        return (lines, entries);
    }
}
