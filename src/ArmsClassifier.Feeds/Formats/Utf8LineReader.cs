namespace ArmsClassifier.Feeds;

/// <summary>Reads a stream line by line as bytes, in a buffer that grows to the longest line but never past a limit.</summary>
internal sealed class Utf8LineReader(Stream stream, int maxLineBytes)
{
    private const int FirstBufferBytes = 64 << 10;

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _begin;
    private int _end;
    private Range _line;
    private bool _atEnd;

    /// <summary>Number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the current line is longer than the limit; its bytes are then skipped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The current line without its line feed; valid until the next line is read.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_line);

    /// <summary>Moves to the next line; false at the end of the stream.</summary>
    public bool TryRead()
    {
        IsTooLong = false;
        int searched = _begin;
        while (true)
        {
            int length = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0 || _atEnd)
            {
                int end = length >= 0 ? searched + length : _end;
                bool any = length >= 0 || end > _begin || IsTooLong;
                IsTooLong |= end - _begin > maxLineBytes;
                _line = IsTooLong ? default : _begin..end;
                _begin = length >= 0 ? end + 1 : _end;
                Number += any ? 1 : 0;
                return any;
            }

            if (_end - _begin > maxLineBytes)
            {
                IsTooLong = true;
                _end = _begin;
            }

            int known = _end - _begin;
            Fill();
            searched = _begin + known;
        }
    }

    private void Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            _end -= _begin;
            _begin = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }
}
