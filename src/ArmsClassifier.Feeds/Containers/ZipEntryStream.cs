namespace ArmsClassifier.Feeds;

/// <summary>The content of a file in a zip archive. Damage ends it; too great an expansion is refused.</summary>
/// <param name="content">What the file expands to.</param>
/// <param name="packedBytes">Its size in the archive.</param>
internal sealed class ZipEntryStream(Stream content, long packedBytes) : ReadOnlyStream
{
    private long _count;

    /// <summary>Whether the data was damaged, so that something is missing.</summary>
    public bool IsDamaged { get; private set; }

    protected override Stream? Owned => content;

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
}
