namespace ArmsClassifier.Packages.Tests;

/// <summary>What a package holds and says.</summary>
public sealed class PackageContentTests(PackedProducts packed)
{
    private static readonly string[] s_libraries = ["ArmsClassifier", "ArmsClassifier.Extensions", "ArmsClassifier.Feeds", "ArmsClassifier.Training"];

    public static TheoryData<string> Libraries => [.. s_libraries];

    public static TheoryData<string> All => [.. s_libraries, "ArmsClassifier.Tool"];

    [Fact]
    public void The_core_comes_with_no_other_package()
    {
        using Package core = Package.Open(packed.Feed, "ArmsClassifier");

        core.Manifest.Dependencies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ArmsClassifier.Feeds", "ArmsClassifier", "AngleSharp", "CsvHelper", "Polly.Core")]
    [InlineData("ArmsClassifier.Training", "ArmsClassifier", "CsvHelper", "MathNet.Numerics")]
    [InlineData("ArmsClassifier.Tool")]
    public void The_others_come_with_what_they_name(string id, params string[] dependencies)
    {
        using Package package = Package.Open(packed.Feed, id);

        package.Manifest.Dependencies.ShouldBe(dependencies, ignoreOrder: true);
    }

    [Fact]
    public void What_is_for_hosts_comes_with_packages_of_the_host_alone()
    {
        using Package package = Package.Open(packed.Feed, "ArmsClassifier.Extensions");

        package.Manifest.Dependencies.ShouldContain("ArmsClassifier");
        package.Manifest.Dependencies.Where(id => id != "ArmsClassifier").ShouldAllBe(id => id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_package_says_what_it_is(string id)
    {
        using Package package = Package.Open(packed.Feed, id);

        package.Manifest.Value("description")!.Length.ShouldBeGreaterThan(80);
        package.Manifest.Value("license").ShouldBe("MIT");
        package.Manifest.Value("tags")!.ShouldContain("arms-trade");
        package.Manifest.Value("authors").ShouldNotBeNullOrEmpty();
        package.Text(package.Manifest.Value("readme")!).ShouldStartWith($"# {id}\n");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_library_has_documentation_and_symbols_beside_each_assembly(string id)
    {
        using Package package = Package.Open(packed.Feed, id);
        using Package symbols = Package.Open(packed.Feed, id, "snupkg");
        string[] assemblies = [.. package.Names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal))];

        assemblies.ShouldNotBeEmpty();
        foreach (string assembly in assemblies)
        {
            package.Text(Path.ChangeExtension(assembly, ".xml")).ShouldContain("<summary>");
            symbols.Names.ShouldContain(Path.ChangeExtension(assembly, ".pdb"));
        }
    }

    [Fact]
    public void The_tool_holds_what_it_runs_with_and_no_more()
    {
        using Package tool = Package.Open(packed.Feed, "ArmsClassifier.Tool");
        string[] names = [.. tool.Names.Where(name => name.StartsWith("tools/", StringComparison.Ordinal))];

        names.Select(name => Path.GetExtension(name)).Distinct().ShouldBe([".dll", ".json", ".pdb", ".xml"], ignoreOrder: true);
        names.Where(name => name.EndsWith(".xml", StringComparison.Ordinal)).ShouldBe(["tools/net10.0/any/DotnetToolSettings.xml"]);
        names.ShouldNotContain(name => name.EndsWith("Former.dll", StringComparison.Ordinal));
        tool.Names.ShouldContain("tools/net10.0/any/ArmsClassifier.Training.dll");
    }

    [Fact]
    public void Every_package_is_tested_here() =>
        Directory.GetFiles(packed.Feed, "*.nupkg").Length.ShouldBe(Repository.PackableProjects().Length);
}
