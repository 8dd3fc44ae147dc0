namespace ArmsClassifier.Feeds;

/// <summary>The block of a WARC record as a stream. A block that is shorter than its record says ends where the next record begins.</summary>
internal sealed class WarcBlock(WarcInput input, long length) : ReadOnlyStream
{
    private long _remaining = length;
    private bool _isCut;

    /// <summary>Whether the block was shorter than said.</summary>
    public bool IsShort { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = input.ReadBlock(buffer, _remaining, ref _isCut);
        IsShort |= read == 0 && _remaining > 0 && !buffer.IsEmpty;
        _remaining -= read;
        return read;
    }

    /// <summary>Reads a line of the block without its line break, at most so many characters of it; false at the end.</summary>
    public bool TryReadLine(int maxChars, out string line)
    {
        Span<byte> one = stackalloc byte[1];
        var text = new System.Text.StringBuilder();
        bool any = false;
        while (Read(one) > 0)
        {
            any = true;
            if (one[0] == '\n')
            {
                break;
            }

            if (text.Length < maxChars)
            {
                text.Append((char)one[0]);
            }
        }

        line = text.ToString().TrimEnd('\r');
        return any;
    }

    /// <summary>Passes over what has not been read.</summary>
    public void Skip()
    {
        Span<byte> buffer = stackalloc byte[8 << 10];
        while (Read(buffer) > 0)
        {
            // What is passed over is looked at by the input, which finds where the next record begins.
        }
    }
}
