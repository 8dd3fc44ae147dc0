using ArmsClassifier.Features;
using ArmsClassifier.Model;

namespace ArmsClassifier.Scoring;

/// <summary>
/// Keeps what each stretch of text adds to the score of one label, sentence by sentence, instead of only adding it up. What a sentence
/// counts in the end is known after the last one: see <see cref="Contributions"/>.
/// </summary>
internal struct EvidenceSink(LinearModel model, byte[] text, int label) : IFeatureSink
{
    private readonly HashSet<int> _contexts = [];
    private readonly List<Share> _shares = [];
    private readonly List<SentenceScore> _sentences = [];
    private int _squaredNorm;
    private int _normed;
    private int _raw;

    /// <inheritdoc/>
    public void Units(in UnitRun units, bool isLead)
    {
        for (int i = 0; i < units.Count; i++)
        {
            (int symbol, int start, int end) = (units.Symbols[i], units.Start(i), units.End(i));
            Add(isLead ? model.Tensors.LeadSymbolRows : model.Tensors.SymbolRows, symbol, start, end);
            if (i > 0)
            {
                Add(model.Tensors.PairRows, model.PairRow(units.Symbols[i - 1], symbol), units.Start(i - 1), end);
            }

            if (symbol < 0)
            {
                AddGrams(start, end);
            }
        }
    }

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead) => Add(isLead ? model.Tensors.LeadTermRows : model.Tensors.TermRows, mark, start, end);

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end) => AddRaw(model.PatternRows, code, start, end);

    /// <inheritdoc/>
    public void Context(int row, ulong key, in UnitRun units, int first, int last) =>
        AddRaw(model.Tensors.ContextRows, _contexts.Add(row) ? row : -1, units.Start(first), units.End(last));

    /// <inheritdoc/>
    public void EndSentence()
    {
        _sentences.Add(new SentenceScore(model.Factor(_squaredNorm), _normed, _raw, _squaredNorm));
        _contexts.Clear();
        (_squaredNorm, _normed, _raw) = (0, 0, 0);
    }

    /// <summary>What each stretch of text adds to the pooled score of the label; the sum of all, plus the label's bias, is the score.</summary>
    public readonly Dictionary<(int Start, int End), double> Contributions()
    {
        ReadOnlySpan<double> pooling = model.Pooling;
        int labels = model.Info.Labels.Count;
        double rawScale = model.Tensors.Scales[2];
        double passage = model.Factor(_sentences.Sum(s => (double)s.SquaredNorm));
        double sentenceShare = Pooling.SentenceShare(_sentences.Count);
        int strongest = Strongest(rawScale);
        var contributions = new Dictionary<(int, int), double>();
        foreach (Share share in _shares)
        {
            double factor = _sentences[share.Sentence].Factor;
            double lead = share.Sentence == 0 ? pooling[labels + label] : 0;
            double most = share.Sentence == strongest ? pooling[(2 * labels) + label] : 0;
            double contribution = (share.Normed * ((pooling[label] * passage) + ((lead + most) * factor))) + (share.Raw * rawScale * ((pooling[label] * sentenceShare) + lead + most));
            contributions[(share.Start, share.End)] = contributions.GetValueOrDefault((share.Start, share.End)) + contribution;
        }

        return contributions;
    }

    /// <summary>What the score of a label is before any text speaks.</summary>
    public static double Bias(LinearModel model, int label)
    {
        int labels = model.Info.Labels.Count;
        ReadOnlySpan<double> pooling = model.Pooling;
        double weights = 0;
        for (int view = 0; view < Pooling.Views; view++)
        {
            weights += pooling[(view * labels) + label];
        }

        return (weights * model.Tensors.Bias[label]) + pooling[(Pooling.Views * labels) + label];
    }

    private void AddGrams(int start, int end)
    {
        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        int count = WordGrams.Write(text.AsSpan(start..end), keys);
        foreach (ulong key in keys[..count])
        {
            Add(model.Tensors.GramRows, model.GramRow(key), start, end);
        }
    }

    private readonly int Strongest(double rawScale)
    {
        int strongest = 0;
        for (int i = 1; i < _sentences.Count; i++)
        {
            strongest = _sentences[i].Of(rawScale) > _sentences[strongest].Of(rawScale) ? i : strongest;
        }

        return strongest;
    }

    private void AddRaw(short[] rows, int row, int start, int end)
    {
        if (row >= 0)
        {
            int raw = rows[(row * model.Stride) + label];
            _raw += raw;
            _shares.Add(new Share(_sentences.Count, start, end, 0, raw));
        }
    }

    private void Add(short[] rows, int row, int start, int end)
    {
        if (row >= 0)
        {
            int normed = rows[(row * model.Stride) + label];
            _normed += normed;
            _squaredNorm += rows[(row * model.Stride) + model.Info.Labels.Count];
            _shares.Add(new Share(_sentences.Count, start, end, normed, 0));
        }
    }

    private readonly record struct Share(int Sentence, int Start, int End, int Normed, int Raw);

    private readonly record struct SentenceScore(double Factor, int Normed, int Raw, int SquaredNorm)
    {
        public double Of(double rawScale) => (Normed * Factor) + (Raw * rawScale);
    }
}
