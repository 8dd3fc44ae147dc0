namespace ArmsClassifier.Feeds;

/// <summary>A moving window over text that is read once: as much of it is held as is being looked at.</summary>
internal sealed class CharWindow(TextReader reader)
{
    private const int FirstBufferChars = 16 << 10;

    private char[] _buffer = new char[FirstBufferChars];
    private int _begin;
    private int _end;
    private bool _isOver;
    private long _offset;

    /// <summary>How far each text was looked for in vain, so that many openings without an end do not cost the square of their number.</summary>
    private readonly Dictionary<string, long> _searched = [];

    /// <summary>Line of the next character, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether nothing of the text has been passed yet.</summary>
    public bool IsAtBegin => _offset == 0;

    /// <summary>What is held of the text from here on.</summary>
    public ReadOnlySpan<char> Held => _buffer.AsSpan(_begin, _end - _begin);

    /// <summary>Whether at least so many characters follow; afterwards they are held.</summary>
    public bool Holds(int count)
    {
        while (_end - _begin < count && Fill())
        {
        }

        return _end - _begin >= count;
    }

    /// <summary>The character at a place from here, or NUL behind the end.</summary>
    public char Peek(int at = 0) => Holds(at + 1) ? _buffer[_begin + at] : '\0';

    /// <summary>Whether the text goes on with some characters, whatever their case.</summary>
    public bool StartsWith(string expected) => Holds(expected.Length) && Held.StartsWith(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a text begins for the first time, or -1 where it does not within a number of characters.</summary>
    /// <param name="sought">What is looked for, as it is written.</param>
    /// <param name="from">Where the search begins.</param>
    /// <param name="limit">How far it goes.</param>
    public int IndexOf(string sought, int from, int limit)
    {
        int searched = (int)Math.Clamp(_searched.GetValueOrDefault(sought) - _offset, from, Math.Max(from, limit));
        while (true)
        {
            int held = Math.Min(_end - _begin, limit);
            if (held > searched)
            {
                int found = Held[searched..held].IndexOf(sought, StringComparison.Ordinal);
                if (found >= 0)
                {
                    return searched + found;
                }

                searched = Math.Max(from, held - sought.Length + 1);
            }

            if (_end - _begin >= limit || !Fill())
            {
                _searched[sought] = Math.Max(_searched.GetValueOrDefault(sought), _offset + searched);
                return -1;
            }
        }
    }

    /// <summary>Moves on.</summary>
    public void Skip(int count)
    {
        Line += _buffer.AsSpan(_begin, count).Count('\n');
        _begin += count;
        _offset += count;
    }

    /// <summary>Reads more of the text; false at its end.</summary>
    public bool Fill()
    {
        if (_isOver)
        {
            return false;
        }

        if (_begin > 0 && _begin >= _buffer.Length / 2)
        {
            Held.CopyTo(_buffer);
            _end -= _begin;
            _begin = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isOver = read == 0;
        return !_isOver;
    }
}
