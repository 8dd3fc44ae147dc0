using System.Runtime.CompilerServices;
using ArmsClassifier.Features;

namespace ArmsClassifier.Model;

/// <summary>
/// A compiled multinomial linear model: a row of quantised weights for each thing that the extractor reports. Immutable.
/// </summary>
internal sealed class LinearModel
{
    private readonly HashIndex _pairs;
    private readonly KeyFilter _pairFilter;
    private readonly HashIndex _grams;
    private readonly HashIndex _contexts;
    private readonly KeyFilter _contextFilter;
    private readonly int[] _patternRows;

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
        _pairFilter = new KeyFilter(tensors.PairKeys);
        _grams = new HashIndex(tensors.GramKeys);
        _contexts = new HashIndex(tensors.ContextKeys);
        _contextFilter = new KeyFilter(tensors.ContextKeys);
        _patternRows = new int[PatternFinder.Codes(Lexicon.Groups)];
        Array.Fill(_patternRows, -1);
        for (int row = 0; row < tensors.PatternKeys.Length; row++)
        {
            _patternRows[checked((int)tensors.PatternKeys[row])] = row;
        }
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
    public int PairRow(int left, int right)
    {
        ulong key = PairKey(left, right);
        return _pairFilter.MayHold(key) ? _pairs.Find(key) : -1;
    }

    /// <summary>Number of contexts that the model knows.</summary>
    public int Contexts => Tensors.ContextKeys.Length;

    /// <summary>Row of a context, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ContextRow(ulong key) => _contextFilter.MayHold(key) ? _contexts.Find(key) : -1;

    /// <summary>Whether the model looks inside unknown words.</summary>
    public bool HasGrams => Tensors.GramKeys.Length > 0;

    /// <summary>Row of a pattern, or -1.</summary>
    public int PatternRow(int code) => _patternRows[code];

    /// <summary>Row of an in-word character n-gram, or -1.</summary>
    public int GramRow(ulong key) => _grams.Find(key);
}
