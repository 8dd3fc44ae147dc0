using System.Xml.Linq;
using ArmsClassifier.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackedProducts))]

namespace ArmsClassifier.Packages.Tests;

/// <summary>
/// The packages, made twice from copies of the repository in two folders, by <c>dotnet pack -c Release -o out</c>. Analyzers are off: they change no
/// byte, and the build of the repository has run them. Everything lies in one temporary folder, which goes with the tests.
/// </summary>
public sealed class PackedProducts : IAsyncLifetime
{
    private string _root = "";

    /// <summary>The copies of the repository, built and packed.</summary>
    public string[] Copies { get; private set; } = [];

    /// <summary>The folder of packages of each copy.</summary>
    public string[] Outputs { get; private set; } = [];

    /// <summary>The packages that fresh projects use.</summary>
    public string Feed => Outputs[0];

    /// <summary>Where fresh projects lie: no file of the repository is above or below it.</summary>
    public string Workshop => Path.Combine(_root, "workshop");

    /// <summary>The version that all packages have.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The environment in which fresh projects are restored, built and run: with a package folder of its own.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; private set; } = [];

    /// <summary>The package folder of the fresh projects.</summary>
    public string InstalledPackages => Path.Combine(_root, "installed");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _root = Directory.CreateTempSubdirectory("fresh-").FullName;
        Copies = [Path.Combine(_root, "one"), Path.Combine(_root, "a longer path", "two")];
        Outputs = [Path.Combine(_root, "packages"), Path.Combine(_root, "packages of two")];
        LeaveFormerPublish(Copies[1]);
        await Task.WhenAll(Pack(Copies[0], Outputs[0]), Pack(Copies[1], Outputs[1]));
        using Package core = Package.Open(Feed, "ArmsClassifier");
        Version = core.Manifest.Value("version")!;
        PrepareWorkshop();
        Environment = await OwnPackages();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What an earlier build may have left behind, in one of the two copies: it must not reach the packages.</summary>
    private static void LeaveFormerPublish(string copy)
    {
        string published = Path.Combine(copy, "src", "ArmsClassifier.Cli", "bin", "Release", "net10.0", "publish");
        Directory.CreateDirectory(published);
        File.WriteAllText(Path.Combine(published, "Former.dll"), "left behind");
    }

    private static async Task Pack(string copy, string output)
    {
        await Repository.CopyTo(copy);
        string projects = string.Join(',', Repository.PackableProjects().Select(project => $"\"{project}\""));
        string filter = $$"""{ "solution": { "path": "ArmsClassifier.sln", "projects": [{{projects}}] } }""";
        await File.WriteAllTextAsync(Path.Combine(copy, "packages.slnf"), filter);
        string[] pack = ["pack", "packages.slnf", "-c", "Release", "-o", output, "-p:RunAnalyzers=false", "-v", "quiet"];
        (await Command.Run(copy, Command.Dotnet, pack)).ShouldSucceed();
    }

    /// <summary>Puts up a wall: files that MSBuild and NuGet would else look for further up, and the packages as one more source.</summary>
    private void PrepareWorkshop()
    {
        Directory.CreateDirectory(Workshop);
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(Workshop, name), "<Project />\n");
        }

        var source = new XElement("packageSources", new XElement("add", new XAttribute("key", "fresh"), new XAttribute("value", Feed)));
        new XDocument(new XElement("configuration", source)).Save(Path.Combine(Workshop, "nuget.config"));
    }

    /// <summary>
    /// Packages of others need not be downloaded again where the machine has them; a machine that has packages of ours lends none, or they would be
    /// tested in place of those just made.
    /// </summary>
    private async Task<(string Name, string Value)[]> OwnPackages()
    {
        (string, string) own = ("NUGET_PACKAGES", InstalledPackages);
        Outcome told = (await Command.Run(Workshop, Command.Dotnet, "nuget", "locals", "global-packages", "--list")).ShouldSucceed();
        string folder = told.Output[(told.Output.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        bool lends = Directory.Exists(folder) && Directory.GetDirectories(folder, "armsclassifier*").Length == 0;
        return lends ? [own, ("NUGET_FALLBACK_PACKAGES", folder)] : [own];
    }
}
