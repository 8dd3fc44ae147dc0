using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmsClassifier.Features;
using ArmsClassifier.Model;

namespace ArmsClassifier.Scoring;

/// <summary>
/// Adds up the rows of a passage's features, sentence by sentence: those that the norm divides, and those of contexts and patterns. Sums are
/// integers, so they do not depend on order or vector width. Rents its buffers; dispose it.
/// </summary>
internal struct ScoreSink : IFeatureSink, IDisposable
{
    private readonly LinearModel _model;
    private readonly byte[] _text;
    private readonly int _labels;
    private readonly int _stride;
    private readonly ScoreSums _sums;
    private int _sentences;

    /// <summary>A sink for one passage.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The folded text.</param>
    public ScoreSink(LinearModel model, byte[] text)
    {
        _model = model;
        _text = text;
        _labels = model.Info.Labels.Count;
        _stride = model.Stride;
        _sums = ScoreSums.Take(_stride, model.Contexts);
    }

    /// <inheritdoc/>
    public readonly void Units(in UnitRun units, bool isLead)
    {
        if (_stride == LinearModel.NarrowStride)
        {
            AddNarrow(units.Symbols, isLead);
        }
        else
        {
            short[] rows = isLead ? _model.Tensors.LeadSymbolRows : _model.Tensors.SymbolRows;
            foreach (int symbol in units.Symbols)
            {
                if (symbol >= 0)
                {
                    Add(rows, symbol, 0);
                }
            }
        }

        if (_model.HasPairs)
        {
            AddPairs(units.Symbols);
        }

        if (_model.HasGrams)
        {
            AddGrams(units);
        }
    }

    /// <inheritdoc/>
    public readonly void Term(int mark, int start, int end, bool isLead) => Add(isLead ? _model.Tensors.LeadTermRows : _model.Tensors.TermRows, mark, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Pattern(int code, int start, int end) => Add(_model.PatternRows, code, _stride);

    /// <inheritdoc/>
    public readonly void Context(int row, ulong key, in UnitRun units, int first, int last)
    {
        ref ulong seen = ref _sums.Seen[row / 64];
        ulong bit = 1UL << row;
        if ((seen & bit) == 0)
        {
            seen |= bit;
            Add(_model.Tensors.ContextRows, row, _stride);
        }
    }

    /// <inheritdoc/>
    public void EndSentence()
    {
        ref int normed = ref _sums.Sentence[0];
        ref double total = ref _sums.Passage[0];
        ref double bias = ref _model.Bias[0];
        Vector256<double> factor = Vector256.Create(_model.Factor(_sums.Sentence[_labels]));
        Vector256<double> rawScale = Vector256.Create(_model.RawScale);
        for (int lane = 0; lane < _stride; lane += Vector256<double>.Count)
        {
            Vector256<double> sum = ToDouble(Vector128.LoadUnsafe(ref normed, (nuint)lane));
            Vector256<double> raw = ToDouble(Vector128.LoadUnsafe(ref normed, (nuint)(_stride + lane)));
            Vector256<double> score = (sum * factor) + (raw * rawScale) + Vector256.LoadUnsafe(ref bias, (nuint)lane);
            if (_sentences == 0)
            {
                score.StoreUnsafe(ref total, (nuint)((2 * _stride) + lane));
                score.StoreUnsafe(ref total, (nuint)((3 * _stride) + lane));
            }
            else
            {
                Vector256<double> strongest = Vector256.LoadUnsafe(ref total, (nuint)((3 * _stride) + lane));
                Vector256.ConditionalSelect(Vector256.GreaterThan(score, strongest), score, strongest).StoreUnsafe(ref total, (nuint)((3 * _stride) + lane));
            }

            (Vector256.LoadUnsafe(ref total, (nuint)lane) + sum).StoreUnsafe(ref total, (nuint)lane);
            (Vector256.LoadUnsafe(ref total, (nuint)(_stride + lane)) + raw).StoreUnsafe(ref total, (nuint)(_stride + lane));
        }

        _sums.Sentence.AsSpan().Clear();
        _sums.Seen.AsSpan().Clear();
        _sentences++;
    }

    /// <summary>Writes the scores of the passage, its lead and its strongest sentence, by label (see <see cref="Pooling"/>).</summary>
    public readonly void WriteViews(Span<double> views)
    {
        ReadOnlySpan<double> totals = _sums.Passage;
        double factor = _model.Factor(totals[_labels]);
        double share = Pooling.SentenceShare(_sentences);
        for (int label = 0; label < _labels; label++)
        {
            double score = (totals[label] * factor) + (totals[_stride + label] * share * _model.RawScale) + _model.Bias[label];
            views[label] = score;
            views[_labels + label] = _sentences == 0 ? score : totals[(2 * _stride) + label];
            views[(2 * _labels) + label] = _sentences == 0 ? score : totals[(3 * _stride) + label];
        }
    }

    /// <summary>Gives the sums back.</summary>
    public readonly void Dispose() => _sums.Dispose();

    private readonly void AddNarrow(ReadOnlySpan<int> symbols, bool isLead)
    {
        Lexicon lexicon = _model.Lexicon;
        ref int to = ref _sums.Sentence[0];
        Vector256<int> sum = Vector256.LoadUnsafe(ref to);
        if (isLead)
        {
            foreach (int symbol in symbols)
            {
                sum += Widen(lexicon.Traits(symbol).Lead);
            }
        }
        else
        {
            foreach (int symbol in symbols)
            {
                sum += Widen(lexicon.Traits(symbol).Body);
            }
        }

        sum.StoreUnsafe(ref to);
    }

    private readonly void AddPairs(ReadOnlySpan<int> symbols)
    {
        for (int i = 1; i < symbols.Length; i++)
        {
            int row = _model.PairRow(symbols[i - 1], symbols[i]);
            if (row >= 0)
            {
                Add(_model.Tensors.PairRows, row, 0);
            }
        }
    }

    /// <summary>Adds the character n-grams of unknown words.</summary>
    private readonly void AddGrams(in UnitRun units)
    {
        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        for (int i = 0; i < units.Count; i++)
        {
            int count = units.Symbols[i] < 0 ? WordGrams.Write(_text.AsSpan(units.Start(i)..units.End(i)), keys) : 0;
            foreach (ulong key in keys[..count])
            {
                int row = _model.GramRow(key);
                if (row >= 0)
                {
                    Add(_model.Tensors.GramRows, row, 0);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(short[] rows, int row, int block)
    {
        ref short from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), row * _stride);
        ref int to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums.Sentence), block);
        for (int lane = 0; lane < _stride; lane += Vector128<short>.Count)
        {
            Vector256<int> eight = Widen(Vector128.LoadUnsafe(ref from, (nuint)lane));
            (Vector256.LoadUnsafe(ref to, (nuint)lane) + eight).StoreUnsafe(ref to, (nuint)lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToDouble(Vector128<int> values) => Avx.IsSupported
        ? Avx.ConvertToVector256Double(values)
        : Vector256.Create(values[0], values[1], values[2], (double)values[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widen(Vector128<short> values)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.ConvertToVector256Int32(values);
        }

        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(values);
        return Vector256.Create(low, high);
    }
}
