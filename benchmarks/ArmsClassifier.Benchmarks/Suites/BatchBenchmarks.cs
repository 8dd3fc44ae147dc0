using ArmsClassifier.Benchmarks.Passages;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>What a batch costs on one core and on all; figures are those of one passage.</summary>
[MemoryDiagnoser, ThroughputColumn]
public class BatchBenchmarks
{
    private const int BatchPassages = 16_384;
    private const int ChunkPassages = 256;

    private readonly string[] _passages = new string[BatchPassages];
    private readonly int[] _labels = new int[BatchPassages];
    private Classifier _classifier = null!;

    [GlobalSetup]
    public void Setup()
    {
        _classifier = Classifier.LoadBundled();
        for (int i = 0; i < BatchPassages; i++)
        {
            _passages[i] = Corpus.Shared.Next();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = BatchPassages)]
    public int[] OneCore()
    {
        Label(0, BatchPassages);
        return _labels;
    }

    [Benchmark(OperationsPerInvoke = BatchPassages)]
    public int[] AllCores()
    {
        Parallel.For(0, BatchPassages / ChunkPassages, chunk => Label(chunk * ChunkPassages, (chunk + 1) * ChunkPassages));
        return _labels;
    }

    private void Label(int begin, int end)
    {
        Span<double> probabilities = stackalloc double[_classifier.Model.Labels.Count];
        for (int i = begin; i < end; i++)
        {
            _labels[i] = _classifier.Classify(_passages[i], probabilities);
        }
    }
}
