using System.Diagnostics;
using System.Reflection;

namespace ArmsClassifier.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Lines of news that look like what the classifier meets: a table of passages, read as plain lines.</summary>
    public static IEnumerable<string> Passages() => File.ReadLines(Path.Combine(Folder, "data", "passages", "wire.csv")).Skip(1);

    /// <summary>Paths of the files that git tracks, or null where this is no checkout.</summary>
    public static IReadOnlyList<string>? TrackedFiles()
    {
        if (!Path.Exists(Path.Combine(Folder, ".git")))
        {
            return null;
        }

        var start = new ProcessStartInfo("git", ["-C", Folder, "ls-files", "-z"]) { RedirectStandardOutput = true };
        using Process git = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        string[] names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. names.Select(name => Path.Combine(Folder, name)).Where(File.Exists)];
    }

    private static string FindFolder()
    {
        IEnumerable<AssemblyMetadataAttribute> metadata = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        string? folder = metadata.Single(attribute => attribute.Key == "ProjectFolder").Value;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ArmsClassifier.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("no folder above the test project holds ArmsClassifier.sln");
    }
}
