namespace ArmsClassifier.Packages.Tests;

/// <summary>What the checkout holds.</summary>
internal static class Repository
{
    private static readonly string[] s_made = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The projects that a plain <c>dotnet pack</c> makes packages of, relative to the repository.</summary>
    public static string[] PackableProjects() =>
    [
        .. Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("<IsPackable>true<", StringComparison.Ordinal))
            .Where(project => Path.GetFileNameWithoutExtension(project) != "ArmsClassifier.MLNet")
            .Select(project => Path.GetRelativePath(Checkout.Folder, project).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Copies what git tracks or would track; without git, what no build has made.</summary>
    public static async Task CopyTo(string folder)
    {
        foreach (string file in await Files())
        {
            string copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Checkout.PathOf(file), copy);
        }
    }

    private static async Task<IEnumerable<string>> Files()
    {
        if (!Path.Exists(Checkout.PathOf(".git")))
        {
            return Directory.EnumerateFiles(Checkout.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Checkout.Folder, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => s_made.Contains(part)));
        }

        Outcome listed = await Command.Run(Checkout.Folder, "git", "ls-files", "--cached", "--others", "--exclude-standard", "-z");
        listed.ShouldSucceed();
        return listed.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(file => File.Exists(Checkout.PathOf(file)));
    }
}
