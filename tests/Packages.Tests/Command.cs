using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ArmsClassifier.Packages.Tests;

/// <summary>Runs processes that know nothing of the test run that started them, and leaves none behind.</summary>
internal static class Command
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>The folder of the runtime that the tests run on, with the <c>dotnet</c> that everything is run with.</summary>
    public static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string Dotnet { get; } = Path.Combine(DotnetFolder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static Task<Outcome> Run(string folder, string program, params string[] arguments) => Run(folder, [], program, arguments);

    public static async Task<Outcome> Run(string folder, IEnumerable<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        using Process process = Process.Start(StartInfo(folder, environment, program, arguments))
            ?? throw new InvalidOperationException($"{program} does not start");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        string command = $"{program} {string.Join(' ', arguments)}";
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end within {s_limit}\n{await output}\n{await error}");
        }

        return new Outcome(command, process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo StartInfo(string folder, IEnumerable<(string Name, string Value)> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test run tells its children which MSBuild it uses and may profile them: neither is for us.
        foreach (string name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        (string, string)[] own =
        [
            ("DOTNET_ROOT", DotnetFolder), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("NO_COLOR", "1"),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ];
        foreach ((string name, string value) in own.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
