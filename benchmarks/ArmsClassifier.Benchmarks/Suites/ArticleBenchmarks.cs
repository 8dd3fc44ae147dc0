using ArmsClassifier.Benchmarks.Passages;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>What a caller pays for an article of eight passages by the codebook's rule; figures are those of one passage.</summary>
[MemoryDiagnoser, ThroughputColumn]
public class ArticleBenchmarks
{
    private const int PassagesOfArticle = 8;
    private const int Articles = 4_096;

    private readonly Article[] _articles = new Article[Articles];
    private Classifier _classifier = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        _classifier = Classifier.LoadBundled();
        Corpus corpus = Corpus.Shared;
        for (int i = 0; i < Articles; i++)
        {
            _articles[i] = new Article { Id = $"{i}", Passages = [.. Enumerable.Range(0, PassagesOfArticle).Select(_ => new Passage(corpus.Next()))] };
        }
    }

    [Benchmark(OperationsPerInvoke = PassagesOfArticle)]
    public ArticleResult Verdict() => _classifier.Classify(Next());

    [Benchmark(OperationsPerInvoke = PassagesOfArticle)]
    public ArticleResult WithEvidence() => _classifier.Classify(Next(), explain: true);

    private Article Next()
    {
        _next = (_next + 1) % Articles;
        return _articles[_next];
    }
}
