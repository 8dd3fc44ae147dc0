using System.Runtime.InteropServices;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>What a finished process took.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Processor">Seconds of processor time, user and system, of all its threads.</param>
/// <param name="PeakBytes">The most memory that was resident at once.</param>
/// <param name="Output">What it wrote to standard output, where that was kept.</param>
internal sealed record Usage(double Wall, double Processor, long PeakBytes, string Output);

/// <summary>Processor time of the child processes that have ended, to the microsecond; <see cref="System.Diagnostics.Process"/> tells nothing of them.</summary>
internal static partial class Children
{
    private const int ChildrenThatEnded = -1;
    private const double MicrosecondsInSecond = 1e6;
    private const int OtherFields = 14;

    /// <summary>Seconds, user and system, since this process began.</summary>
    public static double ProcessorSeconds()
    {
        // struct rusage of 64-bit Linux: two times of seconds and microseconds, then fourteen numbers.
        Span<long> usage = stackalloc long[4 + OtherFields];
        if (GetUsage(ChildrenThatEnded, ref MemoryMarshal.GetReference(usage)) != 0)
        {
            throw new InvalidOperationException($"getrusage failed with error {Marshal.GetLastPInvokeError()}");
        }

        return usage[0] + usage[2] + ((usage[1] + usage[3]) / MicrosecondsInSecond);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, ref long usage);
}
