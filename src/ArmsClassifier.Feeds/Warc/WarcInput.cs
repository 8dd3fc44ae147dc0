using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>Reads the lines and blocks of a WARC file in a buffer of fixed size. A record that begins inside a block ends the block.</summary>
internal sealed class WarcInput(Stream stream)
{
    private const int BufferBytes = 256 << 10;

    /// <summary>Bytes that show whether a record begins: line feed, version, line break, first field's name.</summary>
    private const int LookAhead = 32;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _begin;
    private int _end;
    private bool _atEnd;

    private static ReadOnlySpan<byte> Mark => "\nWARC/"u8;

    /// <summary>Reads a line without its line break; of one that is longer than the buffer only the beginning. False at the end.</summary>
    public bool TryReadLine(out string line)
    {
        int length = Find((byte)'\n');
        if (length < 0 && _begin == _end)
        {
            line = "";
            return false;
        }

        int end = length < 0 ? _end : _begin + length;
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_begin, end - _begin);
        line = Encoding.UTF8.GetString(bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes);
        _begin = length < 0 ? _end : end + 1;
        return true;
    }

    /// <summary>Reads part of a block, never past its end, the beginning of another record, or the end of the file.</summary>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="remaining">How many bytes of the block there should still be.</param>
    /// <param name="isCut">Set where another record begins before that.</param>
    public int ReadBlock(Span<byte> buffer, long remaining, ref bool isCut)
    {
        if (remaining == 0 || isCut || buffer.IsEmpty || !Ensure(LookAhead))
        {
            return 0;
        }

        int length = (int)Math.Min(Math.Min(buffer.Length, remaining), SafeLength(remaining, ref isCut));
        _buffer.AsSpan(_begin, length).CopyTo(buffer);
        _begin += length;
        return length;
    }

    /// <summary>How much of the buffer is surely in the block.</summary>
    private int SafeLength(long remaining, ref bool isCut)
    {
        int known = _end - _begin;
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_begin, (int)Math.Min(known, remaining));
        for (int at = 0; bytes[at..].IndexOf(Mark) is >= 0 and var found; at += found + 1)
        {
            int mark = at + found;
            if (known - mark < LookAhead && !_atEnd)
            {
                return Math.Max(mark, 1);
            }

            if (IsRecord(_buffer.AsSpan(_begin + mark + 1, known - mark - 1)))
            {
                isCut = mark == 0;
                return mark;
            }
        }

        bool isLast = _atEnd || remaining <= known - LookAhead;
        return isLast ? bytes.Length : Math.Max(1, Math.Min(bytes.Length, known - LookAhead));
    }

    /// <summary>Whether bytes read <c>WARC/1.0</c>, a line break, and <c>WARC-</c>.</summary>
    private static bool IsRecord(ReadOnlySpan<byte> bytes)
    {
        int line = bytes.IndexOf((byte)'\n');
        return line is > 6 and < 12 && bytes[(line + 1)..].StartsWith("WARC-"u8);
    }

    private int Find(byte value)
    {
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_begin + searched, _end - _begin - searched).IndexOf(value);
            if (length >= 0)
            {
                return searched + length;
            }

            searched = _end - _begin;
            if (_atEnd || searched == _buffer.Length || !Fill())
            {
                return -1;
            }
        }
    }

    /// <summary>Reads until so many bytes are known or the file ends; false where no byte is left.</summary>
    private bool Ensure(int count)
    {
        while (_end - _begin < count && !_atEnd)
        {
            Fill();
        }

        return _end > _begin;
    }

    private bool Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            _end -= _begin;
            _begin = 0;
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
        return read > 0;
    }
}
