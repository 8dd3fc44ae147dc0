namespace ArmsClassifier.Feeds;

/// <summary>
/// Compressed bytes on their way to a decoder: counted, and kept long enough to find the next gzip member behind damaged data. A last piece
/// that is not in the data can be given behind its end.
/// </summary>
/// <param name="packed">The data.</param>
/// <param name="epilogue">What is given behind the end.</param>
internal sealed class PackedStream(Stream packed, ReadOnlyMemory<byte> epilogue) : ReadOnlyStream
{
    private const int BufferBytes = 32 << 10;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _length;
    private int _next;
    private int _given;
    private long _bufferStart;
    private long _lastMember;

    /// <summary>How many bytes were given out.</summary>
    public long Count => _bufferStart + _next;

    /// <summary>Whether the decoder has made something of the bytes given out last.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether the decoder has asked for more than there is.</summary>
    public bool IsPastEnd { get; private set; }

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    public override int Read(Span<byte> buffer)
    {
        if (_next == _length && !Fill(0))
        {
            bool isFirst = !IsPastEnd;
            IsPastEnd = true;
            epilogue.Span.CopyTo(buffer);
            return isFirst ? epilogue.Length : 0;
        }

        // Never across what may be the beginning of a member: damage then tells which member it is in.
        ReadOnlySpan<byte> known = _buffer.AsSpan(_next, Math.Min(buffer.Length, _length - _next));
        int member = known[1..].IndexOf(Magic);
        known = member < 0 ? known : known[..(member + 1)];
        known.CopyTo(buffer);
        _given = _next;
        IsUsed = false;
        _next += known.Length;
        return known.Length;
    }

    /// <summary>Goes to where a gzip member may begin, at or after the bytes given out last; false where none does.</summary>
    public bool TrySkipToMember()
    {
        _next = (int)Math.Max(_given + (IsUsed ? 1 : 0), _lastMember + 1 - _bufferStart);
        while (true)
        {
            int at = _next >= _length ? -1 : _buffer.AsSpan(_next, _length - _next).IndexOf(Magic);
            if (at >= 0)
            {
                _next += at;
                _lastMember = _bufferStart + _next;
                return true;
            }

            // The magic number may lie across the end of the buffer.
            int kept = Math.Min(Math.Max(0, _length - _next), Magic.Length - 1);
            if (!Fill(kept))
            {
                return false;
            }
        }
    }

    private bool Fill(int kept)
    {
        _buffer.AsSpan(_length - kept, kept).CopyTo(_buffer);
        _bufferStart += _length - kept;
        int read = packed.Read(_buffer, kept, _buffer.Length - kept);
        _length = kept + read;
        (_next, _given) = (0, 0);
        return read > 0;
    }
}
