using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Scoring;

/// <summary>Keeps what each stretch of text adds to the score of one label, instead of only adding it up.</summary>
internal readonly struct EvidenceSink(LinearModel model, byte[] text, int label, Dictionary<(int Start, int End), (int Normed, int Raw)> shares) : IFeatureSink
{
    private readonly HashSet<int> _contexts = [];

    /// <inheritdoc/>
    public void Unit(int symbol, in Token first, int end, bool isLead)
    {
        if (symbol >= 0)
        {
            Add(isLead ? model.Tensors.LeadSymbolRows : model.Tensors.SymbolRows, symbol, first.Start, end);
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
    public void Term(int mark, int start, int end, bool isLead) => Add(isLead ? model.Tensors.LeadTermRows : model.Tensors.TermRows, mark, start, end);

    /// <inheritdoc/>
    public void Pattern(int code, int start, int end)
    {
        AddRaw(model.Tensors.PatternRows, model.PatternRow(code), start, end);
    }

    /// <inheritdoc/>
    public bool WantsContexts => model.Contexts > 0;

    /// <inheritdoc/>
    public void Context(ulong key, int start, int end)
    {
        int row = model.ContextRow(key);
        AddRaw(model.Tensors.ContextRows, _contexts.Add(row) ? row : -1, start, end);
    }

    private void AddRaw(short[] rows, int row, int start, int end)
    {
        if (row >= 0)
        {
            (int normed, int raw) = shares.GetValueOrDefault((start, end));
            shares[(start, end)] = (normed, raw + rows[(row * model.Stride) + label]);
        }
    }

    private void Add(short[] rows, int row, int start, int end)
    {
        if (row >= 0)
        {
            (int normed, int raw) = shares.GetValueOrDefault((start, end));
            shares[(start, end)] = (normed + rows[(row * model.Stride) + label], raw);
        }
    }
}
