using System.Diagnostics;
using System.Globalization;

namespace ArmsClassifier.Benchmarks.Results;

/// <summary>Where, when and of what figures were taken.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Commit">The commit of the checkout, with a plus sign where code, model or passages had changes of their own.</param>
/// <param name="Load">How many processes wanted a core before the run, on average over a minute: with more than a few tenths the figures are poor.</param>
internal sealed record Provenance(Machine Machine, string Date, string Commit, string Load)
{
    private const string LoadFacts = "/proc/loadavg";

    /// <summary>This machine, today, and the checkout that the benchmarks were built from.</summary>
    public static Provenance Now()
    {
        string commit = Git("rev-parse", "--short", "HEAD");
        string changes = Git("status", "--porcelain", "--", "src", "models", "data", "benchmarks/ArmsClassifier.Benchmarks");
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Provenance(Machine.Here(), date, commit.Length == 0 ? "no commit" : changes.Length == 0 ? commit : commit + "+", LoadNow());
    }

    /// <summary>One sentence under a table.</summary>
    public override string ToString() => $"{Machine.Description}; {Date}; commit {Commit}; .NET {Environment.Version}; load {Load} before the run.";

    private static string LoadNow() => File.Exists(LoadFacts) ? File.ReadAllText(LoadFacts).Split(' ')[0] : "unknown";

    private static string Git(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.PathOf(), RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git: the figures are those of an unnamed commit.
            return "";
        }
    }
}
