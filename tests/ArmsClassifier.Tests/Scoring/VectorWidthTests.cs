using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>
/// Scores do not depend on the vectors of the machine. The width is fixed when a process starts, so the test runs itself again in
/// processes with narrower vectors, each of which leaves its digest in a file.
/// </summary>
public sealed class VectorWidthTests
{
    private const string DigestFile = "ARMSCLASSIFIER_TESTS_DIGEST_FILE";
    private const int MaxSeconds = 120;

    [Fact]
    public async Task Scores_are_the_same_to_the_bit_on_every_vector_width()
    {
        if (Environment.GetEnvironmentVariable(DigestFile) is string file)
        {
            await File.WriteAllTextAsync(file, $"{WidestVector()} {Digest()}", TestContext.Current.CancellationToken);
            return;
        }

        string[][] settings = [["EnableAVX512F", "EnableAVX512"], ["EnableAVX2"], ["EnableHWIntrinsic"]];
        string[][] answers = await Task.WhenAll(settings.Select(Run));

        string digest = Digest();
        answers.ShouldAllBe(answer => answer[1] == digest);
        int[] widths = [.. answers.Select(answer => int.Parse(answer[0], CultureInfo.InvariantCulture))];
        widths.ShouldBe([Math.Min(256, WidestVector()), Math.Min(128, WidestVector()), 0]);
    }

    private static async Task<string[]> Run(string[] switchedOff)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = Runner();
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add($"{typeof(VectorWidthTests).FullName}.{nameof(Scores_are_the_same_to_the_bit_on_every_vector_width)}");
            start.Environment[DigestFile] = file;
            start.RedirectStandardOutput = true;
            Array.ForEach(switchedOff, name => start.Environment[$"DOTNET_{name}"] = "0");
            using Process child = Process.Start(start) ?? throw new InvalidOperationException("the test process does not start again");
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(MaxSeconds));
            string output = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await child.WaitForExitAsync(limit.Token);
            child.ExitCode.ShouldBe(0, output);
            return (await File.ReadAllTextAsync(file, limit.Token)).Split(' ');
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ProcessStartInfo Runner()
    {
        string assembly = typeof(VectorWidthTests).Assembly.Location;
        string executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(executable) ? new ProcessStartInfo(executable) : new ProcessStartInfo("dotnet", [assembly]);
    }

    private static int WidestVector() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Classifier classifier = Bundled.Load(new ClassifierOptions { DetectLanguage = false });
        Span<double> probabilities = stackalloc double[classifier.Model.Labels.Count];
        foreach (string line in Repository.Passages())
        {
            classifier.Classify(line, probabilities);
            PassageResult result = classifier.Classify(line, explain: true);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{result.Label} {result.Score:R} {result.Abstained}");
            foreach (double probability in probabilities)
            {
                text.Append(CultureInfo.InvariantCulture, $" {probability:R}");
            }

            foreach (Evidence evidence in result.Evidence)
            {
                text.Append(CultureInfo.InvariantCulture, $" {evidence.Start}+{evidence.Length}={evidence.Contribution:R}");
            }

            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        }

        AppendMasks(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendMasks(IncrementalHash hash)
    {
        var bytes = new byte[1024 + ByteMasks.Width];
        new Random(61).NextBytes(bytes);
        for (int offset = 0; offset <= 1024; offset++)
        {
            ByteMasks masks = ByteMasks.At(bytes, offset);
            foreach (ulong mask in (ReadOnlySpan<ulong>)[masks.Words, masks.Signs, masks.Stops])
            {
                hash.AppendData(BitConverter.GetBytes(mask));
            }
        }
    }
}
