namespace ArmsClassifier.Feeds;

/// <summary>The content of a file in a zip archive. Damage ends it; too great an expansion is refused.</summary>
/// <param name="content">What the file expands to.</param>
/// <param name="packedBytes">Its size in the archive.</param>
internal sealed class ZipEntryStream(Stream content, long packedBytes) : Stream
{
    private long _count;

    /// <summary>Whether the data was damaged, so that something is missing.</summary>
    public bool IsDamaged { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (IsDamaged)
        {
            return 0;
        }

        try
        {
            int read = content.Read(buffer);
            _count += read;
            return _count < ExpandingStream.StretchBytes || _count / ExpandingStream.MaxRatio < packedBytes ? read : throw new ExpansionException();
        }
        catch (Exception damage) when (ZipReader.IsDamage(damage))
        {
            IsDamaged = true;
            return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
