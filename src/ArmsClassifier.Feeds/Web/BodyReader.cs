using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>Reads the body of an answer up to a limit, and keeps what came where it ends too early.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 32 << 10;

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="options">Holds the limits.</param>
    /// <param name="limit">Ends the attempt, with what has come.</param>
    /// <param name="cancellation">Ends everything.</param>
    /// <returns>The bytes that came, and why they are not all, or null where they are.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static async Task<(ReadOnlyMemory<byte> Bytes, WebFailure? Cut)> ReadAsync(
        HttpContent content, WebOptions options, CancellationToken limit, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        byte[] chunk = new byte[ChunkBytes];
        try
        {
            Stream stream = await content.ReadAsStreamAsync(limit).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                for (int length; (length = await stream.ReadAsync(chunk, limit).ConfigureAwait(false)) > 0;)
                {
                    int kept = (int)Math.Min(length, options.MaxBodyBytes - body.Length);
                    body.Write(chunk, 0, kept);
                    if (kept < length)
                    {
                        return (Bytes(body), TooLong(options.MaxBodyBytes));
                    }
                }
            }

            return (Bytes(body), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (Bytes(body), FailedAttempts.TimedOut(options.Timeout, body.Length));
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return (Bytes(body), EndedEarly(body.Length, content.Headers.ContentLength));
        }
    }

    private static ReadOnlyMemory<byte> Bytes(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);

    private static WebFailure TooLong(int maxBytes) => new(
        string.Create(CultureInfo.InvariantCulture, $"a body of more than {maxBytes:N0} bytes"),
        "a shorter one",
        "download it by other means and name the file");

    private static WebFailure EndedEarly(long came, long? announced) => new(
        announced is null
            ? string.Create(CultureInfo.InvariantCulture, $"a body that breaks off after {came:N0} bytes")
            : string.Create(CultureInfo.InvariantCulture, $"a body that breaks off after {came:N0} of {announced:N0} bytes"),
        "all of it",
        "run again later")
    {
        IsTransient = true,
    };
}
