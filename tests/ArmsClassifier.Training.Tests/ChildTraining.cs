using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ArmsClassifier.Training.Tests;

/// <summary>
/// Trains in a process of its own: the number of processors that the runtime sees, and with it the threads of Parallel.For, is fixed when
/// a process begins, and so is whether the cultures of the machine are there.
/// </summary>
internal static class ChildTraining
{
    /// <summary>Names the file that the child writes to.</summary>
    public const string HashFileVariable = "ARMSCLASSIFIER_TESTS_HASH_FILE";

    /// <summary>The hash of the model, the number of processors and the culture that the child tells.</summary>
    public static async Task<string[]> Run(int processors, string culture, CancellationToken cancellation)
    {
        using var folder = new TempFolder();
        string assembly = typeof(ChildTraining).Assembly.Location;
        string hashFile = Path.Combine(folder.Root, "hash.txt");
        string[] arguments =
        [
            "exec", "--runtimeconfig", RuntimeWithCultures(folder, assembly), "--depsfile", Path.ChangeExtension(assembly, ".deps.json"), assembly,
            "-method", $"{typeof(TrainerDeterminismTests).FullName}.{nameof(TrainerDeterminismTests.The_same_rows_give_the_same_bytes)}",
        ];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[HashFileVariable] = hashFile;
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8";
        using Process child = Process.Start(start)!;
        Task<string> error = child.StandardError.ReadToEndAsync(cancellation);
        string output = await child.StandardOutput.ReadToEndAsync(cancellation);
        await child.WaitForExitAsync(cancellation);
        Assert.SkipWhen((await error).Contains("ICU", StringComparison.Ordinal), "this machine has no cultures: install ICU");
        child.ExitCode.ShouldBe(0, output + await error);
        return (await File.ReadAllTextAsync(hashFile, cancellation)).Split(' ');
    }

    private static string RuntimeWithCultures(TempFolder folder, string assembly)
    {
        JsonNode config = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(assembly, ".runtimeconfig.json")))!;
        JsonObject properties = config["runtimeOptions"]!["configProperties"]!.AsObject();
        properties.Remove("System.Globalization.Invariant");
        properties.Remove("System.Globalization.PredefinedCulturesOnly");
        return folder.Write("cultures.runtimeconfig.json", config.ToJsonString());
    }
}
