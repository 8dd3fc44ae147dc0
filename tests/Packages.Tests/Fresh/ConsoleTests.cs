namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>The program of the core's readme, on the frameworks that the package has assemblies for.</summary>
public sealed class ConsoleTests(PackedProducts packed)
{
    private const string EveryWarning = "<TrimmerSingleWarn>false</TrimmerSingleWarn>";

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task The_program_of_the_readme_gives_the_answer_of_the_project(string framework)
    {
        FreshProject project = Console("Console-" + framework, $"<TargetFramework>{framework}</TargetFramework>");
        string output = await project.Build(framework);

        // Where only a later runtime is installed the assembly for the earlier one runs on that.
        string[] lines = (await project.Run(output, ("DOTNET_ROLL_FORWARD", "Major"))).Lines;

        lines[^1].ShouldBe(Expected.Line);
        using Package package = Package.Open(packed.Feed, "ArmsClassifier");
        File.ReadAllBytes(Path.Combine(output, "ArmsClassifier.dll")).ShouldBe(package.Bytes($"lib/{framework}/ArmsClassifier.dll"));
    }

    [Fact]
    public async Task It_can_be_trimmed_and_carry_its_runtime()
    {
        FreshProject project = Console("Trimmed", "<TargetFramework>net10.0</TargetFramework><PublishTrimmed>true</PublishTrimmed>" + EveryWarning);

        string output = await project.Publish("net10.0", "--self-contained");

        (await project.Run(output, ("DOTNET_ROOT", "nowhere"))).Lines[^1].ShouldBe(Expected.Line);
        File.Exists(Path.Combine(output, "System.Private.CoreLib.dll")).ShouldBeTrue();
        new FileInfo(Path.Combine(output, "System.Private.Xml.dll")).Exists.ShouldBeFalse("nothing was trimmed");
    }

    [Fact]
    public async Task It_can_be_compiled_to_native_code()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows() || HasLinker(), "Native AOT links with clang or gcc, and neither is on the path");
        FreshProject project = Console("Native", "<TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot>" + EveryWarning);

        string output = await project.Publish("net9.0");

        (await project.Run(output, ("DOTNET_ROOT", "nowhere"))).Lines[^1].ShouldBe(Expected.Line);
        File.Exists(Path.Combine(output, "ArmsClassifier.dll")).ShouldBeFalse("the program still needs the assembly");
    }

    private FreshProject Console(string name, string properties) =>
        new(packed, name, properties, ["ArmsClassifier"], Readme.Program("ArmsClassifier") + Expected.Print);

    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
