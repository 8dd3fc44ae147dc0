using ArmsClassifier.Features;
using ArmsClassifier.Model;

namespace ArmsClassifier.Tests.Model;

/// <summary>A file whose header is sound, but whose content is not that of a model, is refused.</summary>
public sealed class ModelRulesTests
{
    private static readonly ModelTensors s_sound = SmallModel.Tensors;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Bias_and_scales_and_pooling_are_finite(float value)
    {
        foreach (int at in (int[])[0, 4, 5, 14, 15, 19])
        {
            Refused(s_sound with { Pooling = Changed(s_sound.Pooling, at, value) });
        }

        Refused(s_sound with { Bias = Changed(s_sound.Bias, 0, value) });
        Refused(s_sound with { Bias = Changed(s_sound.Bias, 4, value) });
        Refused(s_sound with { Scales = Changed(s_sound.Scales, 0, value) });
        Refused(s_sound with { Scales = Changed(s_sound.Scales, 1, value) });
    }

    [Fact]
    public void Scales_are_not_negative() => Refused(s_sound with { Scales = Changed(s_sound.Scales, 1, -0.01f) });

    [Fact]
    public void Every_part_has_the_length_that_the_others_ask_for()
    {
        Refused(s_sound with { Bias = s_sound.Bias[1..] });
        Refused(s_sound with { Pooling = [] });
        Refused(s_sound with { Pooling = s_sound.Pooling[1..] });
        Refused(s_sound with { Pooling = s_sound.Pooling[..15] });
        Refused(s_sound with { Pooling = [.. s_sound.Pooling, 1] });
        Refused(s_sound with { Scales = s_sound.Scales[1..] });
        Refused(s_sound with { Scales = [.. s_sound.Scales, 1] });
        Refused(s_sound with { SymbolRows = s_sound.SymbolRows[8..] });
        Refused(s_sound with { TermRows = [.. s_sound.TermRows, .. new short[8]] });
        Refused(s_sound with { PairRows = [] });
        Refused(s_sound with { GramRows = s_sound.GramRows[8..] });
        Refused(s_sound with { GramRows = s_sound.GramRows[1..] });
        Refused(s_sound with { LeadSymbolRows = s_sound.LeadSymbolRows[8..] });
        Refused(s_sound with { LeadTermRows = [] });
        Refused(s_sound with { PatternRows = s_sound.PatternRows[8..] });
        Refused(s_sound with { ContextRows = s_sound.ContextRows[8..] });
        Refused(s_sound with { TokenHashes = [] });
    }

    [Fact]
    public void Keys_are_distinct_and_not_zero()
    {
        Refused(s_sound with { TokenHashes = Changed(s_sound.TokenHashes, 1, s_sound.TokenHashes[0]) });
        Refused(s_sound with { TokenHashes = Changed(s_sound.TokenHashes, 1, 0UL) });
        Refused(s_sound with { PairKeys = Changed(s_sound.PairKeys, 1, s_sound.PairKeys[0]) });
        Refused(s_sound with { PairKeys = Changed(s_sound.PairKeys, 0, 0UL) });
        Refused(s_sound with { GramKeys = Changed(s_sound.GramKeys, 1, s_sound.GramKeys[0]) });
        Refused(s_sound with { GramKeys = Changed(s_sound.GramKeys, 0, 0UL) });
    }

    [Fact]
    public void Edges_of_the_term_tree_are_distinct() => Refused(s_sound with { TermEdges = Changed(s_sound.TermEdges, 4, s_sound.TermEdges[1]) });

    [Fact]
    public void Edges_at_the_root_of_the_term_tree_are_distinct() => Refused(s_sound with { TermEdges = Changed(s_sound.TermEdges, 2, s_sound.TermEdges[0]) });

    [Fact]
    public void Patterns_are_distinct() => Refused(s_sound with { PatternKeys = Changed(s_sound.PatternKeys, 1, s_sound.PatternKeys[0]) });

    [Theory]
    [InlineData(0xFFFF_FFFF_0000_0000)]
    [InlineData(0x8000_0000_0000_0000)]
    [InlineData(0x0000_0001_0000_0000)]
    [InlineData(0x0000_0000_FFFF_FFFF)]
    [InlineData(0x0000_0000_8000_0000)]
    [InlineData(0x0000_0000_0000_000B)]
    public void An_edge_that_comes_before_its_parent_or_names_no_token_is_refused(ulong edge) =>
        Refused(s_sound with { TermEdges = Changed(s_sound.TermEdges, 0, edge) });

    [Theory]
    [InlineData(0xFFFF_FFFF_0000_0500)]
    [InlineData(0x8000_0000_0000_0500)]
    [InlineData(0x0000_0007_0000_0500)]
    [InlineData(0x0000_0006_0000_0800)]
    [InlineData(0x0000_0006_00FF_FF00)]
    [InlineData(0x0000_0006_FFFF_FF00)]
    [InlineData(0x0000_0006_0000_0503)]
    [InlineData(0x0000_0001_0000_0500)]
    [InlineData(0x0000_0000_0000_0500)]
    public void A_term_at_no_node_or_of_no_class_or_out_of_order_is_refused(ulong term) =>
        Refused(s_sound with { Terms = Changed(s_sound.Terms, 3, term) });

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 32)]
    [InlineData(36UL)]
    public void A_pattern_of_unknown_groups_is_refused(ulong key) =>
        Refused(s_sound with { PatternKeys = Changed(s_sound.PatternKeys, 1, key) });

    [Fact]
    public void Contexts_are_distinct_and_ascend_and_are_of_known_classes_and_words()
    {
        int marks = SmallModel.Marks.Length;
        int symbols = s_sound.TokenHashes.Length + marks;
        ulong[] unknown = [ContextTable.Key(symbols, false, 0), ContextTable.Key(symbols - 1, true, marks), ContextTable.Key(symbols - 1, false, 256), 1UL << 48, ulong.MaxValue];
        foreach (ulong key in (ulong[])[s_sound.ContextKeys[0], 0, .. unknown])
        {
            Refused(s_sound with { ContextKeys = Changed(s_sound.ContextKeys, 1, key) });
        }

        Refused(s_sound with { ContextKeys = [.. s_sound.ContextKeys.Reverse()] });
        Accepted(s_sound with { ContextKeys = Changed(s_sound.ContextKeys, 1, ContextTable.Key(symbols - 1, true, marks - 1)) });
    }

    [Theory]
    [InlineData(1u << 24)]
    [InlineData(uint.MaxValue)]
    public void A_class_of_too_many_groups_is_refused(uint groups) =>
        RefusedFile(SmallModel.Write(SmallModel.Info, s_sound, Changed(SmallModel.Marks, 6, new Mark("trade", MarkKind.Concept, groups))));

    [Fact]
    public void Conformal_quantiles_are_a_hundred_and_one_ascending_probabilities_a_label()
    {
        IReadOnlyList<double>[] labels = [.. SmallModel.Info.ConformalQuantiles];
        double[] sound = [.. labels[0]];
        Refused(SmallModel.Info with { ConformalQuantiles = labels[1..] });
        Refused(SmallModel.Info with { ConformalQuantiles = [.. labels, sound] });
        Refused(SmallModel.Info with { ConformalQuantiles = [] });
        Refused(Last(sound[1..]));
        Refused(Last([.. sound, 1]));
        Refused(Last([]));
        Refused(Last(Changed(sound, 50, 0.4)));
        Refused(Last(Changed(sound, 100, 1.01)));
        Refused(Last(Changed(sound, 0, -0.01)));

        ModelInfo Last(double[] quantiles) => SmallModel.Info with { ConformalQuantiles = [.. labels[..^1], quantiles] };
    }

    [Fact]
    public void The_prior_gives_every_label_a_share_of_one_feed()
    {
        Refused(SmallModel.Info with { Prior = [] });
        Refused(SmallModel.Info with { Prior = [0.5, 0.5] });
        Refused(SmallModel.Info with { Prior = [0, 0.2, 0.1, 0.5, 0.2] });
        Refused(SmallModel.Info with { Prior = [-0.1, 0.3, 0.1, 0.5, 0.2] });
        Refused(SmallModel.Info with { Prior = [0.1, 0.1, 0.1, 0.1, 0.1] });
    }

    [Fact]
    public void Temperature_and_threshold_are_in_their_bounds()
    {
        Refused(SmallModel.Info with { Temperature = 0 });
        Refused(SmallModel.Info with { Temperature = -1 });
        Refused(SmallModel.Info with { AlsoThreshold = -0.1 });
        Refused(SmallModel.Info with { AlsoThreshold = 1.1 });
    }

    [Fact]
    public void Labels_are_two_or_more_and_distinct_with_a_role_each()
    {
        Refused(SmallModel.Info with { Labels = ["sale"], LabelRoles = [LabelRole.Topic] });
        Refused(SmallModel.Info with { Labels = ["none", "none", "a", "b", "c"] });
        Refused(SmallModel.Info with { LabelRoles = [LabelRole.Topic] });
        Refused(SmallModel.Info with { Labels = [.. Enumerable.Range(0, 1001).Select(i => $"l{i}")] });
    }

    [Fact]
    public void The_built_in_classes_are_present() =>
        RefusedFile(SmallModel.Write(SmallModel.Info, s_sound, Changed(SmallModel.Marks, 0, new Mark("another", MarkKind.Entity))));

    [Fact]
    public void A_model_has_at_most_200_000_contexts()
    {
        ModelTensors large = Large(tokens: 400, marks: ClassSet.Capacity);
        Accepted(Contexts(large, 200_000), Marks(ClassSet.Capacity));
        Refused(Contexts(large, 200_001), Marks(ClassSet.Capacity));
    }

    [Fact]
    public void A_model_of_contexts_has_at_most_256_classes()
    {
        ModelTensors large = Large(tokens: 400, marks: ClassSet.Capacity + 1);
        Accepted(Contexts(large, 0), Marks(ClassSet.Capacity + 1));
        Refused(Contexts(large, 1), Marks(ClassSet.Capacity + 1));
        Accepted(Contexts(Large(tokens: 400, marks: ClassSet.Capacity), 1), Marks(ClassSet.Capacity));
    }

    /// <summary>The small model with more words and classes.</summary>
    private static ModelTensors Large(int tokens, int marks)
    {
        short[] symbolRows = new short[(tokens + marks) * 8];
        short[] termRows = new short[marks * 8];
        ulong[] more = [.. Enumerable.Range(s_sound.TokenHashes.Length, tokens - s_sound.TokenHashes.Length).Select(i => ((ulong)i << 8) | 1)];
        return s_sound with { TokenHashes = [.. s_sound.TokenHashes, .. more], SymbolRows = symbolRows, LeadSymbolRows = symbolRows, TermRows = termRows, LeadTermRows = termRows };
    }

    private static ModelTensors Contexts(ModelTensors tensors, int count)
    {
        ulong[] keys = [.. Enumerable.Range(0, count).Select(i => ContextTable.Key(i / 512, (i & 256) != 0, i % 256))];
        return tensors with { ContextKeys = keys, ContextRows = new short[count * 8] };
    }

    private static Mark[] Marks(int count) =>
        [.. SmallModel.Marks, .. Enumerable.Range(SmallModel.Marks.Length, count - SmallModel.Marks.Length).Select(i => new Mark($"class {i}", MarkKind.Concept))];

    private static T[] Changed<T>(T[] values, int at, T value)
    {
        T[] changed = [.. values];
        changed[at] = value;
        return changed;
    }

    private static void Accepted(ModelTensors tensors, Mark[]? marks = null) =>
        Classifier.Load(new MemoryStream(SmallModel.Write(SmallModel.Info, tensors, marks))).Classify("Poland vetoes an arms deal").Label.ShouldNotBeEmpty();

    private static void Refused(ModelTensors tensors, Mark[]? marks = null) => RefusedFile(SmallModel.Write(SmallModel.Info, tensors, marks));

    private static void Refused(ModelInfo info) => RefusedFile(SmallModel.Write(info, s_sound));

    private static void RefusedFile(byte[] file) => Should.Throw<ModelFormatException>(() => Classifier.Load(new MemoryStream(file)));
}
