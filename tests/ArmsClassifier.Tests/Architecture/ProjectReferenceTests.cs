using System.Xml.Linq;

namespace ArmsClassifier.Tests.Architecture;

/// <summary>Dependencies point inward only, as docs/architecture.md draws them.</summary>
public sealed class ProjectReferenceTests
{
    private const int MaxProjectLines = 25;

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["ArmsClassifier"] = [],
        ["ArmsClassifier.Extensions"] = ["ArmsClassifier"],
        ["ArmsClassifier.Feeds"] = ["ArmsClassifier"],
        ["ArmsClassifier.Training"] = ["ArmsClassifier"],
        ["ArmsClassifier.MLNet"] = ["ArmsClassifier", "ArmsClassifier.Training"],
        ["ArmsClassifier.Cli"] = ["ArmsClassifier", "ArmsClassifier.Feeds", "ArmsClassifier.MLNet", "ArmsClassifier.Training"],
    };

    [Fact]
    public void A_project_knows_only_those_further_in()
    {
        string[] projects = Projects("src");
        projects.ShouldNotBeEmpty();
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            s_mayKnow.ShouldContainKey(name);
            References(project).ShouldBeSubsetOf(s_mayKnow[name], name);
        }
    }

    [Fact]
    public void The_tests_of_a_project_know_no_more_than_it_does()
    {
        foreach (string project in Projects("tests").Where(p => Path.GetFileNameWithoutExtension(p) is not ("Samples.Tests" or "Packages.Tests")))
        {
            string tested = Path.GetFileNameWithoutExtension(project).Replace(".Tests", "", StringComparison.Ordinal);
            References(project).ShouldBeSubsetOf([tested, .. s_mayKnow[tested]], project);
        }
    }

    [Fact]
    public void Feeds_and_training_never_see_each_other()
    {
        foreach (string project in Projects("src").Where(p => Path.GetFileNameWithoutExtension(p) is not "ArmsClassifier.Cli"))
        {
            string[] known = [Path.GetFileNameWithoutExtension(project), .. References(project)];
            (known.Contains("ArmsClassifier.Feeds") && known.Contains("ArmsClassifier.Training")).ShouldBeFalse(project);
        }
    }

    [Fact]
    public void The_core_knows_no_package_and_no_project()
    {
        XDocument project = XDocument.Load(Projects("src").Single(p => Path.GetFileName(p) == "ArmsClassifier.csproj"));
        project.Descendants("PackageReference").ShouldBeEmpty();
        project.Descendants("ProjectReference").ShouldBeEmpty();
        project.Descendants("Reference").ShouldBeEmpty();
    }

    [Fact]
    public void The_core_runs_on_framework_assemblies_alone()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        typeof(Classifier).Assembly.GetReferencedAssemblies()
            .ShouldAllBe(name => File.Exists(Path.Combine(framework, $"{name.Name}.dll")));
    }

    // A TargetFramework that every project inherits would win over the core's TargetFrameworks, without a word.
    [Fact]
    public void The_core_is_built_for_two_frameworks()
    {
        XDocument.Load(Checkout.PathOf("Directory.Build.props")).Descendants("TargetFramework").ShouldBeEmpty();
        XDocument.Load(Projects("src").Single(p => Path.GetFileName(p) == "ArmsClassifier.csproj"))
            .Descendants("TargetFrameworks").Single().Value.ShouldBe("net8.0;net10.0");
    }

    [Fact]
    public void A_project_file_is_short()
    {
        foreach (string project in Projects(""))
        {
            File.ReadLines(project).Count().ShouldBeLessThan(MaxProjectLines, project);
        }
    }

    private static string[] References(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)),
    ];

    private static string[] Projects(string folder) =>
        Directory.GetFiles(Checkout.PathOf(folder), "*.csproj", SearchOption.AllDirectories);
}
