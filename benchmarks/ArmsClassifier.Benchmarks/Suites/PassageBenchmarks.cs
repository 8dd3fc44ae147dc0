using ArmsClassifier.Benchmarks.Passages;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>What a caller pays for one passage.</summary>
[MemoryDiagnoser, ThroughputColumn]
public class PassageBenchmarks
{
    private Classifier _classifier = null!;
    private Corpus _corpus = null!;
    private double[] _probabilities = [];

    [GlobalSetup]
    public void Setup()
    {
        _classifier = Classifier.LoadBundled();
        _corpus = Corpus.Shared;
        _probabilities = new double[_classifier.Model.Labels.Count];
    }

    [Benchmark]
    public int IntoBuffer() => _classifier.Classify(_corpus.Next(), _probabilities);

    [Benchmark]
    public PassageResult WithResult() => _classifier.Classify(_corpus.Next());

    [Benchmark]
    public PassageResult WithEvidence() => _classifier.Classify(_corpus.Next(), explain: true);
}
