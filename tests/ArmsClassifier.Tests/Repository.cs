using System.Diagnostics;

namespace ArmsClassifier.Tests;

/// <summary>What the checkout holds.</summary>
internal static class Repository
{
    /// <summary>Lines of news that look like what the classifier meets: a table of passages, read as plain lines.</summary>
    public static IEnumerable<string> Passages() => File.ReadLines(Checkout.PathOf("data", "passages", "wire.csv")).Skip(1);

    /// <summary>Paths of the files that git tracks, or null where this is no checkout.</summary>
    public static IReadOnlyList<string>? TrackedFiles()
    {
        if (!Path.Exists(Checkout.PathOf(".git")))
        {
            return null;
        }

        var start = new ProcessStartInfo("git", ["-C", Checkout.Folder, "ls-files", "-z"]) { RedirectStandardOutput = true };
        using Process git = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        string[] names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. names.Select(name => Checkout.PathOf(name)).Where(File.Exists)];
    }
}
