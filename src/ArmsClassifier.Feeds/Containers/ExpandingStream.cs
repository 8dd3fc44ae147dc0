using System.IO.Compression;

namespace ArmsClassifier.Feeds;

/// <summary>
/// What compressed data expands to. Damage ends it, or in gzip passes over to the next member; what expands more than 200 times over
/// 8 MiB is refused.
/// </summary>
internal sealed class ExpandingStream : ReadOnlyStream
{
    /// <summary>How often its size data may expand to. Text reaches 10, repetitive logs 50; deflate cannot pass 1,032, Brotli can pass 600,000.</summary>
    public const int MaxRatio = 200;

    /// <summary>Stretch of expanded bytes over which the ratio is taken; shorter data may expand as it likes.</summary>
    public const int StretchBytes = 8 << 20;

    private const int MaxRestarts = 1_000;
    private const byte ProbeByte = 0x55;

    /// <summary>
    /// A gzip member that is put behind the data. The framework's decoder takes data that breaks off for complete; this member comes out
    /// whole only behind whole data.
    /// </summary>
    private static readonly byte[] s_probe = Probe();

    private readonly byte[] _probed = new byte[1];

    private readonly PackedStream _packed;
    private readonly Func<Stream, Stream> _decode;
    private readonly bool _hasMembers;
    private Stream? _decoder;
    private long _packedBefore;
    private long _stretch;
    private readonly bool _isBrotli;
    private int _restarts;
    private bool _mustRestart;

    private ExpandingStream(Stream packed, Func<Stream, Stream> decode, bool hasMembers, bool isBrotli = false)
    {
        _isBrotli = isBrotli;
        (_packed, _decode, _hasMembers) = (new PackedStream(packed, hasMembers ? s_probe : default), decode, hasMembers);
        _decoder = decode(_packed);
    }

    /// <summary>Whether data was damaged or broke off, so that something is missing.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>What gzip data expands to, all members of it.</summary>
    public static ExpandingStream OfGzip(Stream packed) =>
        new(packed, static stream => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), hasMembers: true);

    /// <summary>What Brotli data expands to.</summary>
    public static ExpandingStream OfBrotli(Stream packed) =>
        new(packed, static stream => new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true), hasMembers: false, isBrotli: true);

    /// <summary>What deflated data expands to.</summary>
    /// <param name="packed">The data.</param>
    /// <param name="hasHeader">Whether it has the header of zlib (RFC 1950), as HTTP asks for and not every server sends.</param>
    public static ExpandingStream OfDeflate(Stream packed, bool hasHeader) => new(
        packed,
        stream => hasHeader
            ? new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true)
            : new DeflateStream(stream, CompressionMode.Decompress, leaveOpen: true),
        hasMembers: false);

    /// <summary>Reads expanded bytes; 0 at the end.</summary>
    /// <exception cref="ExpansionException">The data expands too much. Reading on goes to the next gzip member, where there is one.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (_decoder is not null)
        {
            if (_mustRestart)
            {
                Restart();
                if (_decoder is not null)
                {
                    // What begins with the next member begins a line, whatever the last one broke off in.
                    buffer[0] = (byte)'\n';
                    return 1;
                }

                continue;
            }

            try
            {
                int read = _decoder.Read(buffer);
                if (_packed.IsPastEnd && _hasMembers)
                {
                    // What comes out now was not in the data.
                    IsDamaged |= read != 1 || buffer[0] != ProbeByte || _decoder.Read(_probed) != 0;
                    EndDecoder();
                    return 0;
                }

                _packed.IsUsed |= read > 0;
                IsDamaged |= _packed.IsPastEnd && _isBrotli;
                Check(read);
                return read;
            }
            catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException)
            {
                // Brotli tells of damage with an InvalidOperationException.
                IsDamaged = true;
                _mustRestart = !_packed.IsPastEnd;
                if (_packed.IsPastEnd)
                {
                    EndDecoder();
                }
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder?.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Probe()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.WriteByte(ProbeByte);
        }

        return packed.ToArray();
    }

    private void EndDecoder()
    {
        _decoder?.Dispose();
        _decoder = null;
    }

    private void Check(int read)
    {
        _stretch += read;
        if (_stretch < StretchBytes)
        {
            return;
        }

        long packed = _packed.Count - _packedBefore;
        bool isTooMuch = packed * MaxRatio < _stretch;
        (_stretch, _packedBefore) = (0, _packed.Count);
        if (isTooMuch)
        {
            _mustRestart = true;
            throw new ExpansionException();
        }
    }

    private void Restart()
    {
        _mustRestart = false;
        _decoder!.Dispose();
        _decoder = _hasMembers && ++_restarts <= MaxRestarts && _packed.TrySkipToMember() ? _decode(_packed) : null;
        _stretch = 0;
        _packedBefore = _packed.Count;
    }
}
