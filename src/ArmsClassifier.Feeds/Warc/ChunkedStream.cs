namespace ArmsClassifier.Feeds;

/// <summary>The body of an HTTP message in chunks (RFC 9112, 7.1), put together. What is no chunk size ends it.</summary>
internal sealed class ChunkedStream(Stream chunks) : ReadOnlyStream
{
    private const int MaxSizeDigits = 8;

    private long _remaining;
    private bool _isFirst = true;
    private bool _atEnd;

    /// <summary>Whether bytes begin with the size of a chunk: some crawlers keep the header of a body that they have put together.</summary>
    public static bool IsChunk(ReadOnlySpan<byte> head)
    {
        int digits = 0;
        while (digits < head.Length && char.IsAsciiHexDigit((char)head[digits]))
        {
            digits++;
        }

        return digits is > 0 and <= MaxSizeDigits && digits < head.Length && head[digits] is (byte)'\r' or (byte)'\n' or (byte)';' or (byte)' ';
    }

    public override int Read(Span<byte> buffer)
    {
        if (_remaining == 0 && !_atEnd)
        {
            ReadSize();
        }

        if (_atEnd || buffer.IsEmpty)
        {
            return 0;
        }

        int read = chunks.Read(buffer[..(int)Math.Min(buffer.Length, _remaining)]);
        _remaining -= read;
        _atEnd = read == 0;
        return read;
    }

    private void ReadSize()
    {
        int next = _isFirst ? chunks.ReadByte() : SkipLineBreak();
        _isFirst = false;
        long size = 0;
        int digits = 0;
        while (next >= 0 && char.IsAsciiHexDigit((char)next) && digits <= MaxSizeDigits)
        {
            size = (size * 16) + Convert.ToInt32(((char)next).ToString(), 16);
            digits++;
            next = chunks.ReadByte();
        }

        while (next >= 0 && next != '\n')
        {
            next = chunks.ReadByte();
        }

        _remaining = size;
        _atEnd = size == 0 || digits is 0 or > MaxSizeDigits;
    }

    private int SkipLineBreak()
    {
        int next = chunks.ReadByte();
        while (next is '\r' or '\n')
        {
            next = chunks.ReadByte();
        }

        return next;
    }
}
