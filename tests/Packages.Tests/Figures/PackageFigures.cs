using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ArmsClassifier.Packages.Tests.Fresh;

namespace ArmsClassifier.Packages.Tests.Figures;

/// <summary>Sizes of the packages and the time to a first answer, however a program is published. They are written into <c>docs/packages.md</c>.</summary>
public sealed class PackageFigures(PackedProducts packed)
{
    private const string Switch = "ARMSCLASSIFIER_PACKAGE_FIGURES";
    private const string Begin = "<!-- figures: begin -->";
    private const string End = "<!-- figures: end -->";

    private readonly List<Contender> _contenders = [];

    [Fact]
    public async Task Sizes_and_start_times_are_written_down()
    {
        string? asked = Environment.GetEnvironmentVariable(Switch);
        Assert.SkipWhen(asked is null, $"writes docs/packages.md; set {Switch} to the number of runs to take the median of");
        int turns = int.Parse(asked!, CultureInfo.InvariantCulture);
        await Publish();
        await InstallTools();
        string load = File.ReadAllText("/proc/loadavg").Split(' ')[0];

        StartTime[] times = await StartTime.Medians(packed.Workshop, packed.Environment, [.. _contenders.Select(contender => contender.Command)], turns);

        Write(Report(times, turns, load));
    }

    private async Task Publish()
    {
        const string Hello = "Console.WriteLine(\"hello\");\n";
        string program = Readme.Program("ArmsClassifier");
        await Add("a program without the package", "Hello", "net10.0", Hello, []);
        await Add("as built", "AsBuilt", "net10.0", program, []);
        await Add("as built, `TieredPGO` false", "NoProfile", "net10.0", program, ["-p:TieredPGO=false"]);
        await Add("`PublishReadyToRun`", "Ahead", "net10.0", program, ["-p:PublishReadyToRun=true", "--self-contained", "false"]);
        string[] alone = ["-p:PublishReadyToRun=true", "-p:PublishTrimmed=true", "--self-contained"];
        await Add("`PublishReadyToRun`, `PublishTrimmed`, self-contained", "Alone", "net10.0", program, alone);
        await Add("a program without the package, `PublishAot`, net9.0", "HelloNative", "net9.0", Hello, ["-p:PublishAot=true"]);
        await Add("`PublishAot`, net9.0", "Native", "net9.0", program, ["-p:PublishAot=true"]);
    }

    private async Task Add(string name, string project, string framework, string program, string[] switches)
    {
        // What restoring must know stands in the project; the rest of a switch's words are for publishing.
        string[][] pairs = [.. switches.Where(IsProperty).Select(word => word[3..].Split('='))];
        string own = string.Concat(pairs.Select(pair => $"<{pair[0]}>{pair[1]}</{pair[0]}>"));
        string properties = $"<TargetFramework>{framework}</TargetFramework><DebugType>none</DebugType>{own}";
        string[] packages = program.Contains("using ArmsClassifier", StringComparison.Ordinal) ? ["ArmsClassifier"] : [];
        var fresh = new FreshProject(packed, "Start" + project, properties, packages, program);
        string output = await fresh.Publish(framework, [.. switches.Where(word => !IsProperty(word))]);
        long bytes = Directory.EnumerateFiles(output).Where(file => !file.EndsWith(".dbg", StringComparison.Ordinal)).Sum(file => new FileInfo(file).Length);
        _contenders.Add(new Contender(name, $"'{fresh.Program(output)}'", bytes));
    }

    private static bool IsProperty(string word) => word.StartsWith("-p:", StringComparison.Ordinal);

    private async Task InstallTools()
    {
        string ahead = Path.Combine(packed.Workshop, "ahead");
        string rids = $"-p:ToolRids=\"{RuntimeInformation.RuntimeIdentifier};any\"";
        FreshProject.Done(await Command.Run(
            packed.Copies[0], Command.Dotnet, "pack", "src/ArmsClassifier.Cli", "-c", "Release", "-o", ahead, "-v", "quiet", "-p:RunAnalyzers=false", rids));
        await Install("`armsclassifier try`", packed.Feed);
        await Install($"`armsclassifier try`, packed with `ToolRids`", ahead);
    }

    private async Task Install(string name, string source)
    {
        // A package folder for each: the packages have one name and one version.
        string folder = Directory.CreateDirectory(Path.Combine(packed.Workshop, "StartTool" + _contenders.Count)).FullName;
        (string, string)[] environment = [("NUGET_PACKAGES", Path.Combine(folder, "installed")), ("DOTNET_CLI_HOME", folder)];
        string[] install = ["tool", "install", "ArmsClassifier.Tool", "--tool-path", folder, "--source", source];
        (await Command.Run(folder, environment, Command.Dotnet, install)).ShouldSucceed();
        string dll = Directory.GetFiles(folder, "ArmsClassifier.Cli.dll", SearchOption.AllDirectories).First();
        long bytes = Directory.EnumerateFiles(Path.GetDirectoryName(dll)!).Sum(file => new FileInfo(file).Length);
        _contenders.Add(new Contender(name, $"'{Path.Combine(folder, "armsclassifier")}' try", bytes));
    }

    private string Report(StartTime[] times, int turns, string load)
    {
        var text = new StringBuilder("| package | KB | symbols, KB |\n|---|--:|--:|\n");
        foreach (string file in Directory.EnumerateFiles(packed.Feed, "*.nupkg").Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileName(file).Replace($".{packed.Version}.nupkg", "", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"| `{id}` | {Kilobytes(file)} | {Kilobytes(Path.ChangeExtension(file, ".snupkg"))} |\n");
        }

        text.Append("\n| the readme's program, from its start to its end | ms | processor, ms | MB on disk |\n|---|--:|--:|--:|\n");
        foreach ((Contender contender, StartTime time) in _contenders.Zip(times))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender.Name} | {time.Clock:0} | {time.Processor:0} | {contender.Bytes / 1e6:0.0} |\n");
        }

        string machine = $"{Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}";
        text.Append(CultureInfo.InvariantCulture, $"\nMedians of {turns} runs; {machine}; {DateTime.UtcNow:yyyy-MM-dd}; load {load} before the runs.\n");
        return text.ToString();
    }

    private static string Kilobytes(string file) => (new FileInfo(file).Length / 1e3).ToString("0", CultureInfo.InvariantCulture);

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";

    private static void Write(string figures)
    {
        string path = Checkout.PathOf("docs", "packages.md");
        string document = File.ReadAllText(path);
        int begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = document.IndexOf(End, StringComparison.Ordinal);
        (begin >= Begin.Length && end >= begin).ShouldBeTrue($"{path}: expected the lines {Begin} and {End}; put them where the tables belong");
        File.WriteAllText(path, $"{document[..begin]}\n{figures}{document[end..]}");
    }

    private sealed record Contender(string Name, string Command, long Bytes);
}
