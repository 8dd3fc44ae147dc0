using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>
/// A compiled multinomial linear model: a row of quantised weights for each thing that the extractor reports. Immutable.
/// </summary>
internal sealed class LinearModel
{
    private readonly HashIndex _pairs;
    private readonly HashIndex _grams;

    /// <summary>Indexes checked tensors.</summary>
    /// <exception cref="ArgumentException">A key is zero or stands twice.</exception>
    public LinearModel(ModelInfo info, Mark[] marks, ModelTensors tensors)
    {
        Info = info;
        Tensors = tensors;
        Stride = ModelTensors.Stride(info.Labels.Count);
        Lexicon = new Lexicon(
            tensors.TokenHashes, marks, tensors.TermEdges,
            Array.ConvertAll(tensors.Terms, t => new LexiconTerm((int)(t >> 32), (ushort)(t >> 8), (TermCase)(byte)t)));
        _pairs = new HashIndex(tensors.PairKeys);
        _grams = new HashIndex(tensors.GramKeys);
    }

    /// <summary>What the file says about the model.</summary>
    public ModelInfo Info { get; }

    /// <summary>The known tokens and terms.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The arrays.</summary>
    public ModelTensors Tensors { get; }

    /// <summary>Lanes of a row.</summary>
    public int Stride { get; }

    /// <summary>Key of the pair of symbols <paramref name="left"/> and <paramref name="right"/>.</summary>
    public static ulong PairKey(int left, int right) => ((ulong)(uint)(left + 1) << 32) | (uint)(right + 1);

    /// <summary>Row of a pair of symbols, or -1.</summary>
    public int PairRow(int left, int right) => _pairs.Find(PairKey(left, right));

    /// <summary>Row of an in-word character n-gram, or -1.</summary>
    public int GramRow(ulong key) => _grams.Find(key);
}
