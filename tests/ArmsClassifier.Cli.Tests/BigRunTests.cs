using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArmsClassifier.Feeds.Tests;

namespace ArmsClassifier.Cli.Tests;

/// <summary>Runs over inputs of many gigabytes: memory does not grow with them. Their figures are written to <c>docs/reliability.md</c>.</summary>
public sealed class BigRunTests : Folder
{
    private const string Switch = "ARMSCLASSIFIER_BIG_GIGABYTES";
    private const int MaxMegabytes = 300;
    private const int PiecesOfOneText = 1_000;

    private const string Introduction = $"""
        One run of `classify` over an input of that size, written for the run. Written by the test `BigRunTests` ({Switch}); the pass mark is 300 MB.

        | input | size, GB | records | minutes | MB/s | most resident, MB | run |
        |---|--:|--:|--:|--:|--:|---|
        """;

    [Theory]
    [InlineData("JSONL")]
    [InlineData("WARC")]
    public void A_big_input_stays_small_in_memory(string kind)
    {
        string? asked = Environment.GetEnvironmentVariable(Switch);
        Assert.SkipWhen(asked is null, $"a long run; set {Switch} to a number of gigabytes");
        double gigabytes = double.Parse(asked!, CultureInfo.InvariantCulture);
        string input = At("in");
        long records = Generate(input, kind, (long)(gigabytes * 1e9));

        var watch = Stopwatch.StartNew();
        KilledRuns.Outcome run = KilledRuns.ToTheEnd(
            typeof(CommandLine).Assembly.Location, [input], At("out.jsonl"), At("out.bad"), killAfterCheckpoints: 0, checkpointSeconds: 2);
        double seconds = watch.Elapsed.TotalSeconds;

        new FileInfo(At("out.bad")).Length.ShouldBe(0);
        run.PeakMegabytes.ShouldBeLessThan(MaxMegabytes);
        double megabytes = new FileInfo(input).Length / 1e6;
        ReliabilityReport.WriteRow("Big runs", Introduction, string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind} | {megabytes / 1e3:0.0} | {records:N0} | {seconds / 60:0.0} | {megabytes / seconds:0.0} | {run.PeakMegabytes} "
            + $"| {ReliabilityReport.Circumstances} |"));
    }

    /// <summary>Writes an input of at least so many bytes; returns how many records it has.</summary>
    private static long Generate(string path, string kind, long bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
        var piece = new MemoryStream();
        long records = 0;
        while (file.Length < bytes)
        {
            piece.SetLength(0);
            for (int i = 0; i < PiecesOfOneText; i++, records++)
            {
                string word = string.Create(CultureInfo.InvariantCulture, $"ship {records}");
                piece.Write(kind == "WARC"
                    ? WarcText.Response(string.Create(CultureInfo.InvariantCulture, $"https://crawl.example/{records}"), WarcText.Page(word))
                    : Encoding.UTF8.GetBytes(
                        $"{{\"title\":\"Guns for {word}\",\"text\":\"The ministry signed a contract to buy {word} and two tugs.\\n"
                        + "The other state recalled its ambassador.\"}\n"));
            }

            piece.WriteTo(file);
        }

        return records;
    }
}
