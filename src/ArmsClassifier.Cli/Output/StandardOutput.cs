using Microsoft.Win32.SafeHandles;

namespace ArmsClassifier.Cli.Output;

/// <summary>Standard output as a stream of bytes.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>
    /// Opens it without a buffer. On Unix a pipe is written through its descriptor, for the stream of the console goes on silently when
    /// the reader is gone; a file is not, for a file stream keeps a place of its own and would write over what others add to the file.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
