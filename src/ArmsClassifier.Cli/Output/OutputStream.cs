namespace ArmsClassifier.Cli.Output;

/// <summary>A stream to write to whose failures are told apart from those of the input.</summary>
/// <param name="stream">Where the bytes go.</param>
/// <param name="target">What that place is called in messages.</param>
internal sealed class OutputStream(Stream stream, string target) : Stream
{
    /// <summary>Whether a failure to write is one of the place; .NET calls a file that grew beyond what the place allows an argument out of range.</summary>
    public static bool IsOfPlace(Exception failure) => failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception failure) when (IsOfPlace(failure))
        {
            throw new OutputException(target, failure);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception failure) when (IsOfPlace(failure))
        {
            throw new OutputException(target, failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
