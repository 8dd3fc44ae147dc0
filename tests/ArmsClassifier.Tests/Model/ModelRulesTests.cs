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
    public void Bias_and_scales_are_finite(float value)
    {
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
        Refused(s_sound with { TermEdges = Changed(s_sound.TermEdges, 2, s_sound.TermEdges[0]) });
    }

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
    [InlineData(18UL)]
    public void A_pattern_of_unknown_groups_is_refused(ulong key) =>
        Refused(s_sound with { PatternKeys = Changed(s_sound.PatternKeys, 1, key) });

    [Fact]
    public void Contexts_are_distinct_and_of_known_classes_and_words()
    {
        int marks = SmallModel.Marks.Length;
        int symbols = s_sound.TokenHashes.Length + marks;
        foreach (ulong key in (ulong[])[0, s_sound.ContextKeys[0], ContextFinder.ClassThenWord(marks, 0), ContextFinder.WordThenClass(symbols, 0), 1, 1UL << 33])
        {
            Refused(s_sound with { ContextKeys = Changed(s_sound.ContextKeys, 1, key) });
        }
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

    private static T[] Changed<T>(T[] values, int at, T value)
    {
        T[] changed = [.. values];
        changed[at] = value;
        return changed;
    }

    private static void Refused(ModelTensors tensors) => RefusedFile(SmallModel.Write(SmallModel.Info, tensors));

    private static void Refused(ModelInfo info) => RefusedFile(SmallModel.Write(info, s_sound));

    private static void RefusedFile(byte[] file) => Should.Throw<ModelFormatException>(() => Classifier.Load(new MemoryStream(file)));
}
