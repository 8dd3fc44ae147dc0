namespace ArmsClassifier.Cli.Output;

/// <summary>The output could not be written.</summary>
internal sealed class OutputException(string target, Exception cause)
    : Exception($"{target}: cannot be written ({cause.Message}); check that the place exists, has room and may be written to", cause)
{
    private const int BrokenPipeUnix = 32;
    private const int BrokenPipeWindows = unchecked((int)0x8007006D);
    private const int NoDataWindows = unchecked((int)0x800700E8);

    /// <summary>Whether the reader of a pipe went away, which is no fault.</summary>
    public bool IsClosedPipe { get; } = cause.HResult is BrokenPipeUnix or BrokenPipeWindows or NoDataWindows;
}
