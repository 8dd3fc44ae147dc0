using System.Runtime.CompilerServices;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli;

/// <summary>Which exit code a failure ends in.</summary>
internal static class Failures
{
    /// <summary>The exit code of a failure that is no bug, or null.</summary>
    public static int? ExitCodeOf(Exception failure) => failure switch
    {
        OperationCanceledException => ExitCode.Cancelled,
        OutputException => ExitCode.WriteFailed,
        InputException => ExitCode.NoInput,
        UsageException => ExitCode.Usage,
        ModelFormatException => ExitCode.BadItems,
        _ when IsBadTable(failure) => ExitCode.BadItems,
        IOException or UnauthorizedAccessException => ExitCode.NoInput,
        _ => null,
    };

    // A method of its own, so that the training library is loaded only where this is asked.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsBadTable(Exception failure) => failure is DataFormatException;
}
