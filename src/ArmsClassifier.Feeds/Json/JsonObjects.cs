namespace ArmsClassifier.Feeds;

/// <summary>
/// Cuts a JSON array, or objects written one behind the other, into its objects, holding no more than one object at a time.
/// </summary>
/// <param name="stream">UTF-8.</param>
/// <param name="maxBytes">Longest object that is kept.</param>
/// <param name="firstLine">Line on which the stream begins.</param>
internal sealed class JsonObjects(Stream stream, int maxBytes, int firstLine = 1)
{
    private const int FirstBufferBytes = 64 << 10;

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _begin;
    private int _end;
    private int _length;
    private int _line = firstLine;

    /// <summary>The bytes of the object; where the input ends inside it, what there is of it. Valid until the next is read.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_begin, _length);

    /// <summary>Line on which the object begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the object is longer than the limit; it is then passed over.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether this is no object but a value of another type, which is passed over.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Moves to the next object; false at the end of the input, or where <paramref name="untilBracket"/> and the array ends.</summary>
    public bool TryRead(bool untilBracket = false)
    {
        Advance(_length);
        (_length, IsTooLong, IsForeign) = (0, false, false);
        while (Fill(1))
        {
            byte next = _buffer[_begin];
            if (untilBracket && next == ']')
            {
                return false;
            }

            if (next == '{')
            {
                ReadValue();
                return true;
            }

            if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)'[' or (byte)']' or 0xEF or 0xBB or 0xBF)
            {
                Advance(1);
                continue;
            }

            IsForeign = true;
            ReadForeign();
            return true;
        }

        return false;
    }

    /// <summary>Finds the end of an object: the brace that closes it, outside of strings.</summary>
    private void ReadValue()
    {
        Line = _line;
        int at = 0;
        int depth = 0;
        bool isString = false;
        while (Fill(at + 1))
        {
            byte c = _buffer[_begin + at++];
            if (isString)
            {
                isString = c != '"';
                at += c == '\\' && Fill(at + 1) ? 1 : 0;
            }
            else if (c is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (c is (byte)'}' or (byte)']' && --depth <= 0)
            {
                break;
            }
            else
            {
                isString = c == '"';
            }

            if (at > maxBytes)
            {
                IsTooLong = true;
                Advance(at);
                at = 0;
            }
        }

        _length = at;
    }

    /// <summary>Finds the end of a value that is no object: the comma or bracket behind it, outside of strings.</summary>
    private void ReadForeign()
    {
        Line = _line;
        bool isString = false;
        while (Fill(1))
        {
            byte c = _buffer[_begin];
            if (!isString && c is (byte)',' or (byte)']' or (byte)'{')
            {
                return;
            }

            isString ^= c == '"';
            Advance(c == '\\' && Fill(2) ? 2 : 1);
        }
    }

    private void Advance(int count)
    {
        _line += _buffer.AsSpan(_begin, count).Count((byte)'\n');
        _begin += count;
    }

    /// <summary>Whether so many bytes are held from here on, after reading more where that is needed.</summary>
    private bool Fill(int count)
    {
        while (_end - _begin < count)
        {
            if (_begin > 0 && _begin >= _buffer.Length / 2)
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
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
