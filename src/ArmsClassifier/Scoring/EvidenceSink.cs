using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Scoring;

/// <summary>Keeps what each stretch of text adds to the score of one label, instead of only adding it up.</summary>
internal readonly struct EvidenceSink(LinearModel model, byte[] text, int label, Dictionary<(int Start, int End), int> shares) : IFeatureSink
{
    /// <inheritdoc/>
    public void Unit(int symbol, in Token first, int end)
    {
        if (symbol >= 0)
        {
            Add(model.Tensors.SymbolRows, symbol, first.Start, end);
            return;
        }

        Span<ulong> keys = stackalloc ulong[WordGrams.MaxGrams];
        int count = WordGrams.Write(text.AsSpan(first.Start, first.Length), keys);
        foreach (ulong key in keys[..count])
        {
            Add(model.Tensors.GramRows, model.GramRow(key), first.Start, end);
        }
    }

    /// <inheritdoc/>
    public void Pair(int left, int right, int start, int end) => Add(model.Tensors.PairRows, model.PairRow(left, right), start, end);

    /// <inheritdoc/>
    public void Term(int mark, int start, int end) => Add(model.Tensors.TermRows, mark, start, end);

    private void Add(short[] rows, int row, int start, int end)
    {
        if (row >= 0)
        {
            shares[(start, end)] = shares.GetValueOrDefault((start, end)) + rows[(row * model.Stride) + label];
        }
    }
}
