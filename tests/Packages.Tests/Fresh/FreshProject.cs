using System.Text.RegularExpressions;

namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>A project outside the repository that knows the packages alone.</summary>
internal sealed partial class FreshProject
{
    private readonly PackedProducts _packed;

    /// <summary>Writes the project.</summary>
    /// <param name="packed">The packages.</param>
    /// <param name="name">Name of the folder, the project and the assembly.</param>
    /// <param name="properties">What the project says: properties, in XML.</param>
    /// <param name="packages">The packages that it refers to: ours by name, others with their version after a blank.</param>
    /// <param name="program">Its Program.cs.</param>
    /// <param name="sdk">What it is built with.</param>
    public FreshProject(PackedProducts packed, string name, string properties, string[] packages, string program, string sdk = "Microsoft.NET.Sdk")
    {
        _packed = packed;
        Name = name;
        Folder = Path.Combine(packed.Workshop, name);
        Directory.CreateDirectory(Folder);
        string references = string.Concat(packages.Select(package => package.Split(' '))
            .Select(parts => $"""<PackageReference Include="{parts[0]}" Version="{(parts.Length > 1 ? parts[1] : packed.Version)}" />"""));
        Write($"{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>

            """);
        Write("Program.cs", program);
    }

    public string Name { get; }

    public string Folder { get; }

    public void Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Builds into a folder, and returns it.</summary>
    public async Task<string> Build(string framework)
    {
        string output = Path.Combine(Folder, "built", framework);
        Done(await Dotnet("build", "-c", "Release", "-f", framework, "-o", output, "-v", "quiet"));
        return output;
    }

    /// <summary>Publishes for this machine into a folder, and returns it.</summary>
    public async Task<string> Publish(string framework, params string[] switches)
    {
        string output = Path.Combine(Folder, "published", framework);
        Done(await Dotnet(["publish", "-c", "Release", "-f", framework, "-o", output, "-v", "quiet", "--use-current-runtime", .. switches]));
        return output;
    }

    /// <summary>Runs what was built or published, as a program of its own.</summary>
    public async Task<Outcome> Run(string output, params (string Name, string Value)[] environment) =>
        (await Command.Run(Folder, [.. _packed.Environment, .. environment], Program(output))).ShouldSucceed();

    /// <summary>The program file in a folder of output.</summary>
    public string Program(string output) => Path.Combine(output, OperatingSystem.IsWindows() ? Name + ".exe" : Name);

    /// <summary>Runs <c>dotnet</c> in the project's folder.</summary>
    public Task<Outcome> Dotnet(params string[] arguments) => Command.Run(Folder, _packed.Environment, Command.Dotnet, arguments);

    /// <summary>
    /// Skips the test where a package of others is not to be had, with the words of NuGet: that is no fault of ours. Anything else must have succeeded.
    /// </summary>
    public static void Done(Outcome outcome)
    {
        if (outcome.Code != 0)
        {
            string[] missing = [.. MissingPackage().Matches(outcome.Output + outcome.Error).Select(match => match.Value).Distinct()];
            bool lacksOurs = missing.Any(line => line.Contains("ArmsClassifier", StringComparison.OrdinalIgnoreCase));
            Assert.SkipWhen(missing.Length > 0 && !lacksOurs, string.Join('\n', missing));
        }

        outcome.ShouldSucceed();
    }

    [GeneratedRegex(@"error NU(1100: Unable to resolve '[^']+'|110[123]: Unable to find [^[\n]+|1301: [^[\n]+)", RegexOptions.NonBacktracking)]
    private static partial Regex MissingPackage();
}
