using ArmsClassifier.Benchmarks.Results;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>Runs every suite with a short job, in this process, and writes a table of each into the repository.</summary>
internal static class SuitesVerb
{
    /// <summary>Its name.</summary>
    public const string Name = "suites";

    private const string Ending = "Benchmarks";

    /// <summary>Runs them.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        string artifacts = Directory.CreateTempSubdirectory("suites-").FullName;
        try
        {
            IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(artifacts);
            var provenance = Provenance.Now();
            bool isSound = true;
            foreach (Summary summary in BenchmarkSwitcher.FromAssembly(typeof(SuitesVerb).Assembly).RunAll(config))
            {
                isSound &= !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success);
                Console.WriteLine(Write(summary, provenance));
            }

            return isSound ? 0 : 1;
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private static string Write(Summary summary, Provenance provenance)
    {
        string suite = summary.BenchmarksCases[0].Descriptor.Type.Name;
        var table = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, table);
        string name = suite[..^Ending.Length].ToLowerInvariant();
        return ResultFiles.Write(provenance, name + ".md", $"# {suite}\n\n{provenance} Written by `benchmarks/peers/run.sh`.\n\n{table.GetLog().Trim()}\n");
    }
}
