using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>What a process pays once, the code being compiled already.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private readonly ClassifierOptions _options = new();
    private readonly string _path = Repository.PathOf("models", "arms-news-en.safetensors");

    [Benchmark]
    public Classifier Bundled() => Classifier.LoadBundled(_options);

    [Benchmark]
    public Classifier FromFile() => Classifier.Load(_path, _options);
}
