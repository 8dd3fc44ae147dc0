using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>A read-only stream that ends where a limit is reached or the stream below it is damaged, and says which.</summary>
/// <param name="inner">What is read; closed with this.</param>
/// <param name="maxBytes">How much is given at most.</param>
/// <param name="below">The bounded stream that <paramref name="inner"/> reads from, or null.</param>
internal sealed class BoundedStream(Stream inner, long maxBytes, BoundedStream? below) : ReadOnlyStream
{
    private const string Expected = "all of it";
    private WebFailure? _trouble;
    private long _given;

    /// <summary>Why it ended early, or null as long as it has not.</summary>
    public WebFailure? Trouble => below?.Trouble ?? _trouble;

    /// <inheritdoc/>
    protected override Stream? Owned => inner;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_trouble is not null || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            int length = inner.Read(buffer);
            if (_given + length > maxBytes)
            {
                length = (int)(maxBytes - _given);
                _trouble = TooLong(maxBytes);
            }

            _given += length;
            return length;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            _trouble = new WebFailure("a compressed body that is damaged or cut off", Expected, "run again later");
            return 0;
        }
    }

    private static WebFailure TooLong(long maxBytes) => new(
        string.Create(CultureInfo.InvariantCulture, $"a compressed body that unfolds to more than {maxBytes:N0} bytes"),
        "at most 64 MiB, and at most 200 times what was sent",
        "this is how a server is made to fill memories; do not read it again");
}
