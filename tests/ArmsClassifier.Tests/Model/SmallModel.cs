using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Model;

/// <summary>
/// A model of a few words that the tests build themselves, so that they know what it must answer: "delivers" is sale, "vetoes" is
/// block, "recalls" is diplomatic-rupture, "why" is analysis and "football" is none, each with about the same high probability.
/// </summary>
internal static class SmallModel
{
    public const short Weight = 2000;
    public const short LeadWeight = 2050;
    public const short ClassWeight = 40;
    public const short LeadClassWeight = 60;
    public const short TermWeight = 300;
    public const short LeadTermWeight = 320;
    public const short PairWeight = 700;
    public const short GramWeight = 90;
    public const short SquaredNorm = 100;

    public const int Analysis = 0;
    public const int Block = 1;
    public const int Rupture = 2;
    public const int None = 3;
    public const int Sale = 4;

    public const int StateGroup = 0;
    public const int TradeGroup = 1;
    public const int SumGroup = 2;
    public const int Groups = 3;

    private const int NormLane = 5;
    private const int Lanes = 8;

    private static readonly (string Word, int Label)[] s_words =
    [
        ("why", Analysis), ("vetoes", Block), ("recalls", Rupture), ("football", None), ("delivers", Sale),
        ("saudi", None), ("arabia", None), ("poland", None), ("arms", Sale), ("deal", Sale), ("million", None),
    ];

    /// <summary>Labels and settings of the model.</summary>
    public static ModelInfo Info { get; } = new()
    {
        Name = "small",
        Labels = ["analysis", "block", "diplomatic-rupture", "none", "sale"],
        LabelRoles = [LabelRole.Topic, LabelRole.Topic, LabelRole.Context, LabelRole.Background, LabelRole.Topic],
        Prior = [0.1, 0.1, 0.1, 0.5, 0.2],
        ConformalQuantiles = [.. Enumerable.Repeat((double[])[.. Enumerable.Range(0, 101).Select(i => i / 100.0)], 5)],
    };

    /// <summary>The known words, by index.</summary>
    public static string[] Words { get; } = [.. s_words.Select(word => word.Word)];

    /// <summary>Classes: the built-in ones, a state, a concept, and a magnitude; state, concept and sums of money each are a group of patterns.</summary>
    public static Mark[] Marks { get; } =
    [
        .. NumberMarks.BuiltIn.Select(mark => mark.Name == "money" ? mark with { Groups = 1 << SumGroup } : mark),
        new Mark("state", MarkKind.Entity, 1 << StateGroup),
        new Mark("trade", MarkKind.Concept, 1 << TradeGroup),
        new Mark("magnitude", MarkKind.Number),
    ];

    /// <summary>Arrays of the model.</summary>
    public static ModelTensors Tensors { get; } = Build();

    /// <summary>Bytes of the model's file.</summary>
    public static byte[] File => Write(Info, Tensors);

    /// <summary>A classifier over the model.</summary>
    public static Classifier Load(ClassifierOptions? options = null) => Classifier.Load(new MemoryStream(File), options);

    /// <summary>Bytes of a file of other parts.</summary>
    public static byte[] Write(ModelInfo info, ModelTensors tensors, Mark[]? marks = null)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, info, marks ?? Marks, tensors);
        return stream.ToArray();
    }

    /// <summary>Index of a known word.</summary>
    public static int Word(string word) => Array.IndexOf(Words, word);

    private static ModelTensors Build()
    {
        ulong[] grams = Grams("howitzer");
        int states = NumberMarks.BuiltIn.Length;
        ulong[] pairs = [LinearModel.PairKey(Word("arms"), Word("deal")), LinearModel.PairKey(s_words.Length + states, Word("vetoes"))];
        return new ModelTensors
        {
            TokenHashes = [.. s_words.Select(word => TokenHash.Of(word.Word))],
            TermEdges = [Edge(0, "saudi"), Edge(1, "arabia"), Edge(0, "poland"), Edge(0, "arms"), Edge(4, "deal"), Edge(0, "million")],
            Terms = [Term(2, states), Term(3, states, TermCase.Capital), Term(5, states + 1), Term(6, states + 2)],
            SymbolRows = [.. s_words.SelectMany(word => Row(word.Label, Weight)), .. Marks.SelectMany(_ => Row(None, ClassWeight))],
            LeadSymbolRows = [.. s_words.SelectMany(word => Row(word.Label, LeadWeight)), .. Marks.SelectMany(_ => Row(None, LeadClassWeight))],
            TermRows = [.. Marks.SelectMany(_ => Row(Sale, TermWeight))],
            LeadTermRows = [.. Marks.SelectMany(_ => Row(Sale, LeadTermWeight))],
            PairKeys = pairs,
            PairRows = [.. pairs.SelectMany((_, i) => Row(i == 0 ? Sale : Block, PairWeight))],
            GramKeys = grams,
            GramRows = [.. grams.SelectMany(_ => Row(Sale, GramWeight))],
            Pooling =
            [
                0.5f, 0.45f, 0.55f, 0.4f, 0.6f,
                0.2f, 0.3f, 0.15f, 0.35f, 0.25f,
                0.3f, 0.25f, 0.32f, 0.24f, 0.15f,
                0.01f, -0.01f, 0.02f, 0.03f, -0.02f,
            ],
            Bias = [0.01f, -0.02f, 0.03f, 0.25f, 0.05f],
            PatternKeys = [(ulong)GroupPatterns.Meet(Groups, StateGroup, TradeGroup, SumGroup), (ulong)GroupPatterns.Meet(Groups, StateGroup, TradeGroup)],
            PatternRows = [.. Row(Analysis, 20), .. Row(Sale, 50)],
            ContextKeys = [ContextTable.Key(Word("vetoes"), false, states + 1), ContextTable.Key(Word("delivers"), true, states)],
            ContextRows = [.. Row(Block, 35), .. Row(Sale, 45)],
            Scales = [0.0025f, 0.01f, 0.001f],
        };
    }

    private static ulong[] Grams(string word)
    {
        var keys = new ulong[WordGrams.MaxGrams];
        int count = WordGrams.Write(word.Select(c => (byte)c).ToArray(), keys);
        return [.. keys[..count].Distinct()];
    }

    private static ulong Edge(int node, string word) => ((ulong)node << 32) | (uint)Word(word);

    private static ulong Term(int node, int mark, TermCase spelling = TermCase.Any) =>
        ((ulong)node << 32) | ((ulong)mark << 8) | (ulong)spelling;

    private static short[] Row(int label, short weight)
    {
        var row = new short[Lanes];
        row[label] = weight;
        row[NormLane] = SquaredNorm;
        return row;
    }
}
