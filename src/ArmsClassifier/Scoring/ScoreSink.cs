using System.Buffers;
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
    private readonly double _rawScale;
    private readonly float[] _bias;
    private readonly short[] _rows;
    private readonly int[] _sums;
    private readonly double[] _totals;
    private readonly int[] _seen;
    private int _seenCount;
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
        _rawScale = model.Tensors.Scales[2];
        _bias = model.Tensors.Bias;
        _rows = model.UnitRows;
        _sums = ArrayPool<int>.Shared.Rent(2 * _stride);
        _totals = ArrayPool<double>.Shared.Rent(4 * _stride);
        _seen = ArrayPool<int>.Shared.Rent(model.Contexts);
        _sums.AsSpan(0, 2 * _stride).Clear();
        _totals.AsSpan(0, 4 * _stride).Clear();
    }

    /// <inheritdoc/>
    public readonly void Expect(ReadOnlySpan<int> tokens)
    {
        foreach (int token in tokens)
        {
            CacheLine.Prefetch(ref _rows[_model.UnitRow(token, false)]);
        }
    }

    /// <inheritdoc/>
    public readonly void Units(ReadOnlySpan<Unit> units, bool isLead)
    {
        if (_stride == Vector256<int>.Count)
        {
            Vector256<int> sum = Vector256.LoadUnsafe(ref _sums[0]);
            foreach (ref readonly Unit unit in units)
            {
                sum += Widen(Vector128.LoadUnsafe(ref _rows[_model.UnitRow(unit.Symbol, isLead)]));
            }

            sum.StoreUnsafe(ref _sums[0]);
        }
        else
        {
            foreach (ref readonly Unit unit in units)
            {
                AddAt(_rows, _model.UnitRow(unit.Symbol, isLead), 0);
            }
        }

        if (_model.HasPairs)
        {
            AddPairs(units);
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
    public void Context(in Unit word, bool isAfter, int mark, int start, int end)
    {
        int row = _model.Lexicon.Contexts.Row(word.Contexts, isAfter, mark);
        if (!_seen.AsSpan(0, _seenCount).Contains(row))
        {
            _seen[_seenCount++] = row;
            Add(_model.Tensors.ContextRows, row, _stride);
        }
    }

    /// <inheritdoc/>
    public void EndSentence()
    {
        Span<int> normed = _sums.AsSpan(0, _stride);
        Span<int> raw = _sums.AsSpan(_stride, _stride);
        Span<double> totals = _totals.AsSpan(0, 2 * _stride);
        double factor = Factor(normed[_labels]);
        for (int label = 0; label < _labels; label++)
        {
            double score = Score(label, normed[label] * factor, raw[label]);
            double strongest = Strongest[label];
            Lead[label] = _sentences == 0 ? score : Lead[label];
            Strongest[label] = _sentences == 0 || score > strongest ? score : strongest;
            totals[label] += normed[label];
            totals[_stride + label] += raw[label];
        }

        totals[_labels] += normed[_labels];
        _sums.AsSpan(0, 2 * _stride).Clear();
        _seenCount = 0;
        _sentences++;
    }

    /// <summary>Writes the scores of the passage, its lead and its strongest sentence, by label (see <see cref="Pooling"/>).</summary>
    public readonly void WriteViews(Span<double> views)
    {
        double factor = Factor(_totals[_labels]);
        double share = Pooling.SentenceShare(_sentences);
        for (int label = 0; label < _labels; label++)
        {
            double score = Score(label, _totals[label] * factor, _totals[_stride + label] * share);
            views[label] = score;
            views[_labels + label] = _sentences == 0 ? score : Lead[label];
            views[(2 * _labels) + label] = _sentences == 0 ? score : Strongest[label];
        }
    }

    /// <summary>Returns the rented buffers.</summary>
    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_sums);
        ArrayPool<int>.Shared.Return(_seen);
        ArrayPool<double>.Shared.Return(_totals);
    }

    private readonly Span<double> Lead => _totals.AsSpan(2 * _stride, _labels);

    private readonly Span<double> Strongest => _totals.AsSpan(3 * _stride, _labels);

    private readonly double Factor(double squaredNorm) => _model.Factor(squaredNorm);

    private readonly double Score(int label, double normed, double raw) => normed + (raw * _rawScale) + _bias[label];

    private readonly void AddPairs(ReadOnlySpan<Unit> units)
    {
        for (int i = 1; i < units.Length; i++)
        {
            int row = _model.PairRow(units[i - 1].Symbol, units[i].Symbol);
            if (row >= 0)
            {
                Add(_model.Tensors.PairRows, row, 0);
            }
        }
    }

    /// <summary>Adds the character n-grams of unknown words.</summary>
    private readonly void AddGrams(ReadOnlySpan<Unit> units)
    {
        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        foreach (ref readonly Unit unit in units)
        {
            int count = unit.Symbol < 0 ? WordGrams.Write(_text.AsSpan(unit.Start, unit.End - unit.Start), keys) : 0;
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
    private readonly void Add(short[] rows, int row, int block) => AddAt(rows, row * _stride, block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void AddAt(short[] rows, int at, int block)
    {
        ref short from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), at);
        ref int to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums), block);
        for (int lane = 0; lane < _stride; lane += Vector128<short>.Count)
        {
            Vector256<int> eight = Widen(Vector128.LoadUnsafe(ref from, (nuint)lane));
            (Vector256.LoadUnsafe(ref to, (nuint)lane) + eight).StoreUnsafe(ref to, (nuint)lane);
        }
    }

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
