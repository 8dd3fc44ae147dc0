using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks;

/// <summary>What a process pays once.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private readonly ClassifierOptions _options = new();

    [Benchmark]
    public Classifier LoadBundled() => Classifier.LoadBundled(_options);
}
