namespace ArmsClassifier.Feeds;

/// <summary>A read-only stream that tells of every read how many bytes it took. It owns what it reads.</summary>
internal sealed class CountedStream(Stream stream, Action<int>? progress) : ReadOnlyStream
{
    protected override Stream? Owned => stream;

    public override int Read(Span<byte> buffer)
    {
        int read = stream.Read(buffer);
        progress?.Invoke(read);
        return read;
    }
}
