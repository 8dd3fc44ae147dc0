using ArmsClassifier.Benchmarks.Passages;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>
/// Where the time of a passage goes. Each stage includes those above it, so a stage costs its row less the one before: folding to bytes, splitting
/// into hashed tokens and sentences, looking tokens up, finding features, adding up their rows and pooling, turning scores into probabilities.
/// </summary>
[MemoryDiagnoser, ThroughputColumn]
public class StageBenchmarks
{
    private const int MaxFoldedBytes = Classifier.MaxPassageChars * CharFolding.MaxBytesPerChar;

    private readonly Token[] _tokens = new Token[Tokenizer.TokenPlaces(MaxFoldedBytes)];
    private readonly int[] _sentences = new int[Tokenizer.SentencePlaces(MaxFoldedBytes)];
    private readonly int[] _indices = new int[Tokenizer.TokenPlaces(MaxFoldedBytes)];
    private LinearModel _model = null!;
    private Corpus _corpus = null!;
    private double[] _scores = [];

    [GlobalSetup]
    public void Setup()
    {
        _model = ModelFile.Read(File.ReadAllBytes(Repository.PathOf("models", "arms-news-en.safetensors")));
        _corpus = Corpus.Shared;
        _scores = new double[_model.Info.Labels.Count];
    }

    [Benchmark]
    public int Fold()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        return folded.Length;
    }

    [Benchmark]
    public int Split()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        return Tokenizer.Tokenize(folded, _tokens, _sentences).Tokens;
    }

    [Benchmark]
    public int LookUp()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        int tokens = Tokenizer.Tokenize(folded, _tokens, _sentences).Tokens;
        return _model.Lexicon.Find(_tokens.AsSpan(0, tokens), _indices);
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
        Scorer.Score(_model, folded, _scores);
        return _scores[0];
    }

    [Benchmark]
    public int Calibrate()
    {
        using FoldedText folded = FoldedText.Of(_corpus.Next(), keepOffsets: false);
        Scorer.Score(_model, folded, _scores);
        int best = Softmax.ArgMax(_scores);
        Softmax.Apply(_scores, _model.Info.Temperature);
        return best;
    }
}
