using ArmsClassifier.Benchmarks;
using BenchmarkDotNet.Running;

if (!CrawlFile.TryWrite(args))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
