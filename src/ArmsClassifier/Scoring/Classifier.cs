using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Scoring;
using ArmsClassifier.Text;

namespace ArmsClassifier;

/// <summary>
/// Labels news passages and articles. Immutable and safe for use by any number of threads at once.
/// </summary>
public sealed class Classifier
{
    /// <summary>The label of text that is not in the model's language: it is never guessed.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>The most UTF-16 characters of a passage that are scored; what follows is not looked at. A paragraph has a few hundred.</summary>
    public const int MaxPassageChars = 32_768;

    private const string BundledModel = "ArmsClassifier.arms-news-en.safetensors";

    // Where fewer than this share of the words are known, the language is looked at.
    private const double FamiliarShare = 0.6;

    private readonly LinearModel _model;
    private readonly ClassifierOptions _options;
    private readonly string[] _labels;
    private readonly IReadOnlyList<string>[] _setsOfOne;
    private readonly double[] _setThresholds;
    private readonly double[]? _priorShift;

    internal Classifier(LinearModel model, ClassifierOptions? options = null)
    {
        _options = options ?? new ClassifierOptions();
        if (!(_options.Coverage >= 0 && _options.Coverage <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), _options.Coverage, "coverage is a share between 0 and 1");
        }

        _model = model;
        _labels = [.. model.Info.Labels];
        _setsOfOne = [.. _labels.Select(label => Array.AsReadOnly([label]))];
        _setThresholds = [.. model.Info.ConformalQuantiles.Select(quantiles => 1 - Quantile(quantiles, _options.Coverage))];
        _priorShift = PriorShift.Of(model.Info, _options.Prior);
    }

    /// <summary>What the model file says about itself.</summary>
    public ModelInfo Model => _model.Info;

    /// <summary>The model itself.</summary>
    internal LinearModel Linear => _model;

    /// <summary>Loads the model that ships with the library; takes a few milliseconds.</summary>
    public static Classifier LoadBundled(ClassifierOptions? options = null)
    {
        using Stream stream = OpenBundled();
        return Load(stream, options);
    }

    /// <summary>Loads a model file.</summary>
    /// <exception cref="ModelFormatException">The file is damaged, or is no model of this library.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Classifier Load(string path, ClassifierOptions? options = null)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Load(stream, options);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Loads a model from the rest of <paramref name="stream"/>.</summary>
    /// <exception cref="ModelFormatException">The content is damaged, or is no model of this library.</exception>
    public static Classifier Load(Stream stream, ClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new Classifier(ModelFile.Read(stream), options);
    }

    /// <summary>Labels a passage.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="explain">Whether to report evidence; costs a second pass.</param>
    public PassageResult Classify(string text, bool explain = false) => Classify(text.AsSpan(), explain);

    /// <summary>Labels a passage.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="explain">Whether to report evidence; costs a second pass.</param>
    public PassageResult Classify(ReadOnlySpan<char> text, bool explain = false)
    {
        text = Cut(text);
        using FoldedText folded = FoldedText.Of(text, keepOffsets: explain);
        Span<double> scores = _labels.Length <= Scorer.MaxStackedLabels ? stackalloc double[2 * _labels.Length] : new double[2 * _labels.Length];
        Span<double> probabilities = scores[_labels.Length..];
        scores = scores[.._labels.Length];
        if (!Score(folded, scores))
        {
            return new PassageResult { Label = Unsupported, Probability = 0, Probabilities = [], Abstained = true };
        }

        scores.CopyTo(probabilities);
        int best = Calibrate(probabilities);
        int second = Softmax.ArgMax(probabilities, except: best);
        IReadOnlyList<string> set = Set(probabilities, best);
        return new PassageResult
        {
            Label = _labels[best],
            Probability = probabilities[best],
            Probabilities = Named(probabilities),
            Also = probabilities[second] >= Model.AlsoThreshold ? _labels[second] : null,
            Set = set,
            Abstained = set.Count > 1,
            Score = scores[best],
            Bias = EvidenceSink.Bias(_model, best),
            Evidence = explain ? Explain(folded, best) : [],
        };
    }

    /// <summary>Labels a passage without allocating.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="probabilities">Receives the probability of each label, in the order of <see cref="ModelInfo.Labels"/>.</param>
    /// <returns>Index of the most probable label, or -1 for unsupported text, whose probabilities are 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is not as long as there are labels.</exception>
    public int Classify(ReadOnlySpan<char> text, Span<double> probabilities)
    {
        if (probabilities.Length != Model.Labels.Count)
        {
            throw new ArgumentException($"{probabilities.Length} places for {Model.Labels.Count} labels", nameof(probabilities));
        }

        using FoldedText folded = FoldedText.Of(Cut(text), keepOffsets: false);
        if (!Score(folded, probabilities))
        {
            probabilities.Clear();
            return -1;
        }

        return Calibrate(probabilities);
    }

    /// <summary>Labels an article and each of its passages, page furniture excepted.</summary>
    /// <param name="article">The article.</param>
    /// <param name="explain">Whether to report evidence for its passages.</param>
    public ArticleResult Classify(Article article, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(article);
        var passages = new ArticlePassage[article.Passages.Count];
        for (int i = 0; i < passages.Length; i++)
        {
            Passage passage = article.Passages[i];
            passages[i] = new ArticlePassage(passage, passage.Role == PassageRole.Furniture ? null : Classify(passage.Text, explain));
        }

        return ArticleAggregator.Aggregate(article, passages, Model);
    }

    /// <summary>The file of the model that ships with the library.</summary>
    internal static Stream OpenBundled() => typeof(Classifier).Assembly.GetManifestResourceStream(BundledModel)
        ?? throw new InvalidOperationException("this build of the library bundles no model; load one from a file");

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text)
    {
        if (text.Length <= MaxPassageChars)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[MaxPassageChars - 1]) ? MaxPassageChars - 1 : MaxPassageChars)];
    }

    private static double Quantile(IReadOnlyList<double> quantiles, double share)
    {
        double at = share * (quantiles.Count - 1);
        int below = Math.Min((int)at, quantiles.Count - 2);
        return quantiles[below] + ((at - below) * (quantiles[below + 1] - quantiles[below]));
    }

    /// <summary>Writes the scores; false where the text is not in the model's language.</summary>
    private bool Score(in FoldedText text, Span<double> scores)
    {
        (int tokens, int known) = Scorer.Score(_model, text, scores);
        return !_options.DetectLanguage || known >= FamiliarShare * tokens || LanguageDetector.IsEnglish(text);
    }

    /// <summary>Replaces scores by probabilities under the prior of the feed at hand; returns the most probable label.</summary>
    private int Calibrate(Span<double> scores)
    {
        for (int i = 0; i < _priorShift?.Length; i++)
        {
            scores[i] += _priorShift[i] * Model.Temperature;
        }

        int best = Softmax.ArgMax(scores);
        Softmax.Apply(scores, Model.Temperature);
        return best;
    }

    /// <summary>The labels that cannot be ruled out.</summary>
    private IReadOnlyList<string> Set(ReadOnlySpan<double> probabilities, int best)
    {
        int count = 1;
        for (int label = 0; label < probabilities.Length; label++)
        {
            count += label != best && probabilities[label] >= _setThresholds[label] ? 1 : 0;
        }

        if (count == 1)
        {
            return _setsOfOne[best];
        }

        var set = new List<string>(count);
        for (int label = 0; label < probabilities.Length; label++)
        {
            if (label == best || probabilities[label] >= _setThresholds[label])
            {
                set.Add(_labels[label]);
            }
        }

        return set;
    }

    private LabelProbability[] Named(ReadOnlySpan<double> probabilities)
    {
        var named = new LabelProbability[probabilities.Length];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = new LabelProbability(_labels[i], probabilities[i]);
        }

        return named;
    }

    private Evidence[] Explain(in FoldedText text, int label)
    {
        var sink = new EvidenceSink(_model, text.Buffer, label);
        FeatureExtractor.Extract(text, _model.Lexicon, ref sink);
        var evidence = new List<Evidence>();
        foreach (((int start, int end), double contribution) in sink.Contributions())
        {
            if (contribution != 0)
            {
                int first = text.OriginalOffset(start);
                evidence.Add(new Evidence(first, text.OriginalOffset(end) - first, contribution));
            }
        }

        return [.. evidence.OrderByDescending(e => Math.Abs(e.Contribution)).ThenBy(e => e.Start).ThenBy(e => e.Length)];
    }
}
