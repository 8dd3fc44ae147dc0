using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks;

/// <summary>Where the time of a passage goes. Each stage includes those above it, so a stage costs its row less the one before.</summary>
[MemoryDiagnoser, ThroughputColumn]
public class StageBenchmarks
{
    private readonly Token[] _tokens = new Token[(Classifier.MaxPassageChars * CharFolding.MaxBytesPerChar) + 1];
    private LinearModel _model = null!;
    private Corpus _corpus = null!;
    private double[] _scores = [];

    [GlobalSetup]
    public void Setup()
    {
        _model = ModelFile.Read(File.ReadAllBytes(Repository.PathOf("models", "arms-news-en.safetensors")));
        _corpus = Corpus.Read();
        _scores = new double[_model.Info.Labels.Count];
    }

    [Benchmark]
    public int Fold()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        return folded.Length;
    }

    [Benchmark]
    public int Tokenize()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        return Tokenizer.Tokenize(folded, _tokens);
    }

    [Benchmark]
    public int Extract()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        var sink = new IdleSink();
        return FeatureExtractor.Extract(folded, _model.Lexicon, ref sink).Known;
    }

    [Benchmark]
    public double Score()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        return Scorer.Score(_model, folded, _scores).Factor;
    }
}
