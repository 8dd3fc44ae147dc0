using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ArmsClassifier.Feeds.Tests;

namespace ArmsClassifier.Cli.Tests;

/// <summary>A long run with bad items in it, whole and killed again and again. Its figures are written to <c>docs/reliability.md</c>.</summary>
public sealed class SoakTests : Folder
{
    private const string Switch = "ARMSCLASSIFIER_SOAK_PASSAGES";
    private const int MaxMegabytes = 300;

    private static readonly string s_tool = typeof(CommandLine).Assembly.Location;

    [Fact]
    public void A_long_run_stays_small_and_survives_being_killed()
    {
        string? asked = Environment.GetEnvironmentVariable(Switch);
        Assert.SkipWhen(asked is null, $"a long run; set {Switch} to a number of passages");
        int passages = int.Parse(asked!, CultureInfo.InvariantCulture);
        string input = At("in.jsonl");
        Generate(input, passages);

        var watch = Stopwatch.StartNew();
        KilledRuns.Outcome whole = KilledRuns.ToTheEnd(s_tool, [input], At("whole.jsonl"), At("whole.bad"), killAfterCheckpoints: 0, checkpointSeconds: 2);
        double seconds = watch.Elapsed.TotalSeconds;
        KilledRuns.Outcome killed = KilledRuns.ToTheEnd(s_tool, [input], At("out.jsonl"), At("out.bad"), killAfterCheckpoints: 3, checkpointSeconds: 0.5);

        Hash("out.jsonl").ShouldBe(Hash("whole.jsonl"));
        Hash("out.bad").ShouldBe(Hash("whole.bad"));
        whole.PeakMegabytes.ShouldBeLessThan(MaxMegabytes);
        killed.PeakMegabytes.ShouldBeLessThan(MaxMegabytes);
        Report(passages, new FileInfo(input).Length, seconds, whole, killed);
    }

    private static void Generate(string path, int passages)
    {
        string[] sentences =
        [
            "The ministry signed a contract for forty tanks worth two billion and delivery begins next year.",
            "The government suspended the licence and blocked the shipment of missiles under the embargo.",
            "The ambassador was recalled after the deal with the neighbouring state became known.",
            "Analysts expect exports of frigates to grow while stocks at home are used up.",
            "The football club won the match in the rain, and the harvest festival was quiet.",
        ];
        using var writer = new StreamWriter(path);
        for (int i = 0; i < passages; i++)
        {
            // Every hundredth item is bad, each in one of four ways.
            string line = (i % 100, i / 100 % 4) switch
            {
                (99, 0) => "{broken",
                (99, 1) => "[]",
                (99, 2) => """{"text":7}""",
                (99, _) => """{"text":"\ud800"}""",
                _ => $$"""{"id":{{i}},"text":"{{sentences[i % 5]}} {{sentences[i / 5 % 5]}} Number {{i}}."}""",
            };
            writer.Write(line);
            writer.Write('\n');
        }
    }

    private static void Report(int passages, long bytes, double seconds, KilledRuns.Outcome whole, KilledRuns.Outcome killed) =>
        ReliabilityReport.WriteSection("A long run, whole and killed", string.Create(CultureInfo.InvariantCulture, $"""
            Written by the test `SoakTests` ({Switch}={passages}) on {ReliabilityReport.Circumstances}. Every hundredth line of the input is bad.

            | | |
            |---|---|
            | input | {passages:N0} passages, {bytes / 1e6:N0} MB of JSONL |
            | whole run | {seconds:N0} s, {bytes / 1e6 / seconds:N1} MB/s, at most {whole.PeakMegabytes} MB resident (pass mark {MaxMegabytes}) |
            | run killed with SIGKILL | {killed.Runs - 1} times, at most {killed.PeakMegabytes} MB resident |
            | its output and file of bad items | byte for byte those of the whole run |

            """));

    private string Hash(string name)
    {
        using FileStream file = File.OpenRead(At(name));
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
