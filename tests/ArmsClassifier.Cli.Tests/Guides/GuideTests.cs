using System.Diagnostics;

namespace ArmsClassifier.Cli.Tests.Guides;

/// <summary>Runs every command of the guides, block by block, as a shell would.</summary>
public sealed class GuideTests : Folder
{
    private static readonly string s_tool = typeof(CommandLine).Assembly.Location;

    [Theory]
    [InlineData("classify")]
    [InlineData("train")]
    [InlineData("operate")]
    public void The_commands_of_a_guide_work_as_they_stand(string name)
    {
        Guide guide = Guide.Read(Checkout.PathOf("docs", name + ".md"));
        guide.Commands.Count.ShouldBeGreaterThan(3);
        foreach ((string file, string content) in guide.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            Write(file, content);
        }

        foreach (string commands in guide.Commands)
        {
            (int code, string output) = Run(commands);

            code.ShouldBe(0, $"{commands}\n{output}");
        }
    }

    [Fact]
    public void A_command_that_fails_is_noticed() => Run("armsclassifier classify not-there.txt | cat").Code.ShouldBe(66);

    [Fact]
    public void Files_and_commands_are_told_apart()
    {
        string page = Write("page.md", "<!-- file: a.txt -->\n```text\none\n```\n\n```sh\narmsclassifier model\n```\n\n```csharp\nint x;\n```\n");

        Guide guide = Guide.Read(page);

        guide.Files.ShouldBe([("a.txt", "one\n")]);
        guide.Commands.ShouldBe(["armsclassifier model\n"]);
    }

    private (int Code, string Output) Run(string commands)
    {
        string script = $"set -euo pipefail\narmsclassifier() {{ dotnet '{s_tool}' \"$@\"; }}\n{commands}";
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = At("."), RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using Process shell = Process.Start(start)!;
        shell.StandardInput.Close();
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output + error.Result);
    }
}
