using System.Diagnostics;
using System.Globalization;

namespace ArmsClassifier.Cli.Tests;

/// <summary>Runs the tool as a process that is killed (SIGKILL) again and again, and goes on with <c>--resume</c>.</summary>
internal static class KilledRuns
{
    private const int MaxRuns = 1000;
    private const int CheckpointChars = 70;

    /// <summary>What such runs showed.</summary>
    /// <param name="Runs">How often the tool was started.</param>
    /// <param name="PeakMegabytes">The most memory that a run had.</param>
    public sealed record Outcome(int Runs, long PeakMegabytes);

    /// <summary>Runs until the output is in its place.</summary>
    /// <param name="tool">The tool's assembly.</param>
    /// <param name="arguments">What is classified, and how.</param>
    /// <param name="output">The output.</param>
    /// <param name="errors">The file of bad items.</param>
    /// <param name="killAfterCheckpoints">How many checkpoints a run may make before it is killed; 0 for no killing.</param>
    /// <param name="checkpointSeconds">How often it makes one.</param>
    public static Outcome ToTheEnd(string tool, string[] arguments, string output, string errors, int killAfterCheckpoints, double checkpointSeconds = 0)
    {
        long peak = 0;
        for (int run = 1; run <= MaxRuns; run++)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
            string[] all =
            [
                tool, "classify", .. arguments, "--output", output, "--errors", errors, "--resume",
                "--checkpoint-seconds", checkpointSeconds.ToString(CultureInfo.InvariantCulture),
            ];
            Array.ForEach(all, start.ArgumentList.Add);
            using Process process = Process.Start(start)!;
            long before = Checkpoints(output);
            while (!process.WaitForExit(1))
            {
                peak = Math.Max(peak, PeakMegabytes(process));
                if (killAfterCheckpoints > 0 && Checkpoints(output) >= before + killAfterCheckpoints)
                {
                    process.Kill();
                }
            }

            if (process.ExitCode is 0 or 65)
            {
                return new Outcome(run, peak);
            }

            process.ExitCode.ShouldBe(137, process.StandardError.ReadToEnd());
        }

        throw new InvalidOperationException("no run came to its end");
    }

    // The tool locks its journal, so this goes by its length.
    private static long Checkpoints(string output) => new FileInfo(output + ".journal") is { Exists: true } journal ? journal.Length / CheckpointChars : 0;

    private static long PeakMegabytes(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 >> 20;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
