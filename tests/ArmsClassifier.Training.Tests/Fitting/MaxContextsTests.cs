using ArmsClassifier.Model;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>A model keeps only so many contexts, those that weigh most.</summary>
public sealed class MaxContextsTests
{
    private const int Stride = 8;

    private static readonly Lazy<ModelTensors> s_all = new(() => Compile(int.MaxValue));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void The_weightiest_are_kept_in_the_order_of_their_keys(int max)
    {
        ModelTensors all = s_all.Value;
        ModelTensors some = Compile(max);
        all.ContextKeys.Length.ShouldBeGreaterThan(20);

        some.ContextKeys.Length.ShouldBe(max);
        some.ContextKeys.ShouldBeInOrder(SortDirection.Ascending);
        some.ContextKeys.ShouldBeSubsetOf(all.ContextKeys);

        // Where rounding makes weights equal, either may be the one that is kept.
        int least = some.ContextKeys.Select(Weight).DefaultIfEmpty(int.MaxValue).Min();
        all.ContextKeys.Except(some.ContextKeys).Select(Weight).ShouldAllBe(weight => weight <= least);
    }

    [Fact]
    public void No_fewer_are_kept_than_there_are() => Compile(s_all.Value.ContextKeys.Length).ContextKeys.ShouldBe(s_all.Value.ContextKeys);

    [Fact]
    public void All_ascend() => s_all.Value.ContextKeys.ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void What_is_kept_besides_contexts_stays()
    {
        ModelTensors none = Compile(0);
        none.SymbolRows.ShouldBe(s_all.Value.SymbolRows);
        none.PairRows.ShouldBe(s_all.Value.PairRows);
        none.Bias.ShouldBe(s_all.Value.Bias);
        none.PatternKeys.ShouldBe(s_all.Value.PatternKeys);
    }

    private static int Weight(ulong key)
    {
        int row = Array.IndexOf(s_all.Value.ContextKeys, key);
        return s_all.Value.ContextRows.AsSpan(row * Stride, 3).ToArray().Max(weight => Math.Abs((int)weight));
    }

    private static ModelTensors Compile(int maxContexts)
    {
        using var folder = new TempFolder();
        IReadOnlyList<LexiconEntry> entries = LexiconTable.ReadFolder(SyntheticNews.WriteLexicon(folder));
        TrainingSettings settings = TrainedNews.Settings with { BayesC = 0, MaxContexts = maxContexts, MaxIterations = 20 };
        LabelledPassage[] rows = [.. TrainedNews.Passages];
        return ModelFitter.Fit(TrainingText.Read(rows, entries, settings), [.. Enumerable.Range(0, rows.Length)], SyntheticNews.Labels, settings).Tensors;
    }
}
