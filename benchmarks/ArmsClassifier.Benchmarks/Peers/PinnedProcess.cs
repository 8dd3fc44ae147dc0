using System.Diagnostics;
using System.Globalization;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>Runs a command to its end on named processor cores, and says what it took.</summary>
internal static class PinnedProcess
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs it. Children of this process must run one after the other, or their times mix.</summary>
    /// <param name="cores">As taskset writes them: <c>1</c> or <c>0,1</c>. Programs of .NET are told how many there are.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="keepsOutput">Whether to return its standard output, which otherwise goes to /dev/null.</param>
    /// <exception cref="PeerException">It cannot be started, or failed.</exception>
    public static Usage Run(string cores, IReadOnlyList<string> command, bool keepsOutput = false)
    {
        string script = keepsOutput ? "exec taskset -c \"$0\" \"$@\"" : "exec taskset -c \"$0\" \"$@\" >/dev/null";
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string argument in (string[])["-c", script, cores, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.Split(',').Length.ToString(CultureInfo.InvariantCulture);
        double before = Children.ProcessorSeconds();
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new PeerException($"{command[0]} cannot be started");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(s_look))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.WaitForExit();
        double processor = Children.ProcessorSeconds() - before;
        return process.ExitCode == 0
            ? new Usage(wall, processor, peak, output.Result)
            : throw new PeerException($"{string.Join(' ', command)}: exit code {process.ExitCode}: {LastLine(error.Result)}");
    }

    /// <summary>The high-water mark of resident memory so far, in bytes; 0 where the process has gone.</summary>
    private static long PeakOf(int process)
    {
        const string Mark = "VmHWM:";
        const long BytesInKibibyte = 1024;
        try
        {
            foreach (string line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith(Mark, StringComparison.Ordinal))
                {
                    return long.Parse(line.AsSpan(Mark.Length, line.Length - Mark.Length - " kB".Length), CultureInfo.InvariantCulture) * BytesInKibibyte;
                }
            }
        }
        catch (IOException)
        {
            // It ended between two looks.
        }

        return 0;
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
