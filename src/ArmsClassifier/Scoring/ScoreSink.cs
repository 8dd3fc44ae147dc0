using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Scoring;

/// <summary>
/// Adds up the rows of a passage's features: first those that the norm divides, then those of patterns. Sums are integers, so they do not
/// depend on order or vector width.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="text">The folded text.</param>
/// <param name="sums">Receives the sums: two blocks of the model's stride, zero before.</param>
/// <param name="seen">A bit a context, zero before: a context counts once a passage.</param>
internal readonly struct ScoreSink(LinearModel model, byte[] text, int[] sums, ulong[] seen) : IFeatureSink
{
    private readonly int _stride = model.Stride;
    private readonly short[] _symbolRows = model.Tensors.SymbolRows;
    private readonly short[] _leadRows = model.Tensors.LeadSymbolRows;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unit(int symbol, in Token first, int end, bool isLead)
    {
        if (symbol >= 0)
        {
            Add(isLead ? _leadRows : _symbolRows, symbol, 0);
        }
        else if (model.HasGrams)
        {
            AddGrams(text.AsSpan(first.Start, first.Length));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pair(int left, int right, int start, int end)
    {
        int row = model.PairRow(left, right);
        if (row >= 0)
        {
            Add(model.Tensors.PairRows, row, 0);
        }
    }

    /// <inheritdoc/>
    public void Term(int mark, int start, int end, bool isLead) => Add(isLead ? model.Tensors.LeadTermRows : model.Tensors.TermRows, mark, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pattern(int code, int start, int end)
    {
        int row = model.PatternRow(code);
        if (row >= 0)
        {
            Add(model.Tensors.PatternRows, row, _stride);
        }
    }

    /// <inheritdoc/>
    public bool WantsContexts => model.Contexts > 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Context(ulong key, int start, int end)
    {
        int row = model.ContextRow(key);
        if (row >= 0 && (seen[row / 64] & (1UL << row)) == 0)
        {
            seen[row / 64] |= 1UL << row;
            Add(model.Tensors.ContextRows, row, _stride);
        }
    }

    private void AddGrams(ReadOnlySpan<byte> word)
    {
        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        int count = WordGrams.Write(word, keys);
        foreach (ulong key in keys[..count])
        {
            int row = model.GramRow(key);
            if (row >= 0)
            {
                Add(model.Tensors.GramRows, row, 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(short[] rows, int row, int block)
    {
        ref short from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), row * _stride);
        ref int to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sums), block);
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
