using System.Diagnostics;

namespace ArmsClassifier.Cli.Tests;

/// <summary>What only a process of its own can show: descriptors, pipes, locales, exit codes.</summary>
public sealed class ProcessTests : Folder
{
    private static readonly string s_tool = typeof(CommandLine).Assembly.Location;

    [Fact]
    public void A_pipe_whose_reader_is_gone_ends_quietly()
    {
        string input = Write("in.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"Tanks were ordered.\"}\n", 20_000)));

        (int code, string output, string error) = Shell($"set -o pipefail; dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}' | head -n 1");

        code.ShouldBe(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        error.ShouldBeEmpty();
    }

    [Fact]
    public void The_output_is_UTF8_whatever_the_locale()
    {
        string input = Write("in.jsonl", "{\"id\":\"Žižkov Жуков\",\"text\":\"Tanks.\"}\n");

        Shell($"LC_ALL=en_US.ISO-8859-1 LANG=C dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}'").Output.ShouldContain("Žižkov Жуков");
    }

    [Fact]
    public void Two_runs_into_one_file_follow_each_other()
    {
        string run = $"dotnet '{s_tool}' classify --model '{TinyModel.File}'";
        string text = "{\"text\":\"Tanks.\"}";

        Shell($"(echo '{text}' | {run}; echo '{text}' | {run}; echo end) > '{At("out")}'").Code.ShouldBe(0);

        File.ReadAllLines(At("out")).Length.ShouldBe(3);
    }

    [Fact]
    public void A_full_device_is_74_and_a_missing_file_66()
    {
        string input = Write("in.txt", "Tanks were ordered from abroad.");

        Shell($"dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}' > /dev/full").Code.ShouldBe(74);
        Shell($"dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}' --output /dev/full").Code.ShouldBe(74);
        Shell($"dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}' --output /dev/null").Code.ShouldBe(0);
        Shell($"dotnet '{s_tool}' classify '{At("none")}' --model '{TinyModel.File}'").Code.ShouldBe(66);
        Shell("test -c /dev/null").Code.ShouldBe(0);
    }

    [Fact]
    public void An_interrupt_is_130_and_leaves_nothing()
    {
        string run = $"dotnet '{s_tool}' classify --model '{TinyModel.File}' --output '{At("out.jsonl")}'";

        (int code, _, _) = Shell($"{{ echo '{{\"text\":\"Tanks.\"}}'; sleep 20; }} | {{ exec 3<&0; {run} <&3 & pid=$!; sleep 3; kill -TERM $pid; wait $pid; }}");

        code.ShouldBe(130);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_is_killed_again_and_again_ends_with_the_bytes_of_one_that_was_not()
    {
        string input = Write("in.jsonl", string.Concat(Enumerable.Range(0, 600).Select(i =>
            i % 50 == 9 ? "{broken\n" : $$"""{"id":{{i}},"text":"The ministry signed a contract for tanks, number {{i}}.","note":"{{new string('x', 2000)}}"}""" + "\n")));
        Command.Run("classify", input, "--model", TinyModel.File, "--output", At("whole.jsonl"), "--errors", At("whole.bad")).ExitCode.ShouldBe(65);

        int runs = KilledRuns.ToTheEnd(s_tool, [input, "--model", TinyModel.File], At("out.jsonl"), At("out.bad"), killAfterCheckpoints: 4).Runs;

        runs.ShouldBeGreaterThan(2);
        File.ReadAllBytes(At("out.jsonl")).ShouldBe(File.ReadAllBytes(At("whole.jsonl")));
        File.ReadAllBytes(At("out.bad")).ShouldBe(File.ReadAllBytes(At("whole.bad")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_full_disk_is_74_keeps_the_old_file_and_can_be_gone_on_from(int kilobytes)
    {
        string input = Write("in.jsonl", string.Concat(Enumerable.Range(0, 600).Select(i => $$"""{"id":{{i}},"text":"The ministry signed a contract.","note":"{{new string('x', 2000)}}"}""" + "\n")));
        Write("out.jsonl", "old");
        Command.Run("classify", input, "--model", TinyModel.File, "--output", At("whole.jsonl")).ExitCode.ShouldBe(0);
        string run = $"dotnet '{s_tool}' classify '{input}' --model '{TinyModel.File}' --output '{At("out.jsonl")}'";

        // A limit on the size of files stands for the disk.
        (int code, _, string error) = Shell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; {run}");

        code.ShouldBe(74, error);
        File.ReadAllText(At("out.jsonl")).ShouldBe("old");
        Shell(run + " --resume").Code.ShouldBe(0);
        File.ReadAllBytes(At("out.jsonl")).ShouldBe(File.ReadAllBytes(At("whole.jsonl")));
    }

    private static (int Code, string Output, string Error) Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the scripts are for a Unix shell");
        var start = new ProcessStartInfo("bash") { ArgumentList = { "-c", script }, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
