using System.Security.Cryptography;

namespace ArmsClassifier.Packages.Tests;

/// <summary>The same source gives the same bytes, wherever it lies.</summary>
public sealed class PackageBytesTests(PackedProducts packed)
{
    [Fact]
    public void Assemblies_and_symbols_built_in_two_folders_are_the_same()
    {
        Dictionary<string, string> first = Hashes(packed.Copies[0], BuiltFiles);

        first.Keys.ShouldContain(name => name.EndsWith("ArmsClassifier.dll", StringComparison.Ordinal));
        first.Keys.ShouldContain(name => name.EndsWith("ArmsClassifier.pdb", StringComparison.Ordinal));
        Hashes(packed.Copies[1], BuiltFiles).ShouldBe(first);
    }

    [Fact]
    public void What_is_in_the_packages_is_the_same()
    {
        foreach (string project in Packages())
        {
            using Package first = Package.Open(packed.Outputs[0], project);
            using Package second = Package.Open(packed.Outputs[1], project);
            second.Names.Where(IsContent).ShouldBe(first.Names.Where(IsContent));
            foreach (string name in first.Names.Where(IsContent))
            {
                second.Bytes(name).AsSpan().SequenceEqual(first.Bytes(name)).ShouldBeTrue($"{project}: {name}");
            }
        }
    }

    [Fact]
    public void Packages_packed_in_two_folders_are_the_same_to_the_byte()
    {
        string sdks = Path.Combine(Command.DotnetFolder, "sdk");
        string targets = Directory.GetFiles(sdks, "NuGet.Build.Tasks.Pack.targets", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        Assert.SkipUnless(
            File.ReadAllText(targets).Contains("DeterministicTimestamp", StringComparison.Ordinal),
            "this .NET SDK writes the time into packages whatever it is told; 10.0.400 and later do not");

        Dictionary<string, string> first = Hashes(packed.Outputs[0], PackageFiles);

        first.Count.ShouldBe(2 * Packages().Length, "a package and its symbols for every project");
        Hashes(packed.Outputs[1], PackageFiles).ShouldBe(first);
    }

    [Fact]
    public void No_package_names_the_folder_it_was_built_in()
    {
        byte[][] folders = [.. packed.Copies.Select(System.Text.Encoding.UTF8.GetBytes)];
        foreach (string file in PackageFiles(packed.Outputs[0]))
        {
            using Package package = Package.Open(packed.Outputs[0], Id(file), Path.GetExtension(file)[1..]);
            foreach (string name in package.Names)
            {
                byte[] bytes = package.Bytes(name);
                folders.Count(folder => bytes.AsSpan().IndexOf(folder) >= 0).ShouldBe(0, $"{file}: {name}");
            }
        }
    }

    /// <summary>Names of packages, from their files: what comes before the version.</summary>
    private static string Id(string file) => Path.GetFileName(file)[..Path.GetFileName(file).IndexOf(".0", StringComparison.Ordinal)];

    private string[] Packages() => [.. Directory.GetFiles(packed.Outputs[0], "*.nupkg").Select(Id).Order(StringComparer.Ordinal)];

    /// <summary>Not the list of relations and the properties, whose names are made up at every pack by older SDKs.</summary>
    private static bool IsContent(string name) =>
        !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal);

    private static IEnumerable<string> PackageFiles(string folder) => Directory.EnumerateFiles(folder, "*.*nupkg");

    private static IEnumerable<string> BuiltFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(folder, "src"), "ArmsClassifier*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".dll" or ".pdb" or ".xml")
        .Where(file => file.Contains(Path.Combine("bin", "Release") + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static Dictionary<string, string> Hashes(string folder, Func<string, IEnumerable<string>> files) => files(folder)
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
}
