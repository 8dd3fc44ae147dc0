using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>
/// A compiled multinomial linear model: a row of quantised weights for each thing that the extractor reports. Immutable.
/// </summary>
internal sealed class LinearModel
{
    /// <summary>Lanes of a row of up to seven labels; such rows lie beside the traits of their symbols.</summary>
    public const int NarrowStride = 8;

    private readonly HashIndex _pairs;
    private readonly KeyFilter _pairFilter;
    private readonly HashIndex _grams;

    /// <summary>Indexes checked tensors.</summary>
    /// <exception cref="ArgumentException">A key is zero or stands twice.</exception>
    public LinearModel(ModelInfo info, Mark[] marks, ModelTensors tensors)
    {
        Info = info;
        Tensors = tensors;
        Stride = ModelTensors.Stride(info.Labels.Count);
        Pooling = Widen(tensors.Pooling, tensors.Pooling.Length);
        var terms = new LexiconTerm[tensors.Terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            ulong term = tensors.Terms[i];
            terms[i] = new LexiconTerm((int)(term >> 32), (ushort)(term >> 8), (TermCase)(byte)term);
        }

        Lexicon = new Lexicon(tensors.TokenHashes, marks, tensors.TermEdges, terms, tensors.ContextKeys);
        _pairs = new HashIndex(tensors.PairKeys);
        _pairFilter = new KeyFilter(tensors.PairKeys);
        _grams = new HashIndex(tensors.GramKeys);
        Bias = Widen(tensors.Bias, Stride);
        for (int symbol = 0; Stride == NarrowStride && symbol < Lexicon.SymbolCount; symbol++)
        {
            Lexicon.SetWeights(symbol, tensors.SymbolRows.AsSpan(symbol * Stride, Stride), tensors.LeadSymbolRows.AsSpan(symbol * Stride, Stride));
        }

        PatternRows = new short[GroupPatterns.Codes(Lexicon.Groups) * Stride];
        for (int row = 0; row < tensors.PatternKeys.Length; row++)
        {
            tensors.PatternRows.AsSpan(row * Stride, Stride).CopyTo(PatternRows.AsSpan(checked((int)tensors.PatternKeys[row]) * Stride));
        }
    }

    /// <summary>What the file says about the model.</summary>
    public ModelInfo Info { get; }

    /// <summary>The known tokens and terms.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The arrays.</summary>
    public ModelTensors Tensors { get; }

    /// <summary>How much the views of a passage count (see <see cref="Scoring.Pooling"/>).</summary>
    public double[] Pooling { get; }

    /// <summary>The bias of each label, as a row.</summary>
    public double[] Bias { get; }

    /// <summary>What sums of contexts and patterns are multiplied by.</summary>
    public double RawScale => Tensors.Scales[2];

    /// <summary>Lanes of a row.</summary>
    public int Stride { get; }

    /// <summary>Key of the pair of symbols <paramref name="left"/> and <paramref name="right"/>.</summary>
    public static ulong PairKey(int left, int right) => ((ulong)(uint)(left + 1) << 32) | (uint)(right + 1);

    /// <summary>Row of a pair of symbols, or -1.</summary>
    public int PairRow(int left, int right)
    {
        ulong key = PairKey(left, right);
        return left >= 0 && right >= 0 && _pairFilter.MayHold(key) ? _pairs.Find(key) : -1;
    }

    /// <summary>Number of contexts that the model knows.</summary>
    public int Contexts => Tensors.ContextKeys.Length;

    /// <summary>Whether the model knows pairs.</summary>
    public bool HasPairs => Tensors.PairKeys.Length > 0;

    /// <summary>Whether the model looks inside unknown words.</summary>
    public bool HasGrams => Tensors.GramKeys.Length > 0;

    /// <summary>A row for every code of a pattern; zeros where the model has none.</summary>
    public short[] PatternRows { get; }

    /// <summary>What row sums are multiplied by: the scale over the norm.</summary>
    public double Factor(double squaredNorm)
    {
        double norm = Math.Sqrt(squaredNorm * Tensors.Scales[1]);
        return norm > 0 ? Tensors.Scales[0] / norm : 0;
    }

    /// <summary>Row of an in-word character n-gram, or -1.</summary>
    public int GramRow(ulong key) => _grams.Find(key);

    private static double[] Widen(float[] values, int length)
    {
        var wide = new double[length];
        for (int i = 0; i < values.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }
}
