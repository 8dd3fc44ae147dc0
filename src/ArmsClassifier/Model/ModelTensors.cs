namespace ArmsClassifier.Model;

/// <summary>
/// The arrays of a model file. A row holds, in <see cref="Stride"/> 16-bit lanes, one quantised weight per label and then the
/// quantised share of the squared norm.
/// </summary>
internal sealed record ModelTensors
{
    /// <summary>The greatest absolute value of a quantised weight.</summary>
    public const int MaxQuantised = (1 << 13) - 1;

    /// <summary>Hash of every known token.</summary>
    public required ulong[] TokenHashes { get; init; }

    /// <summary>Edges of the lexicon's tree: node in the upper half, token index in the lower.</summary>
    public required ulong[] TermEdges { get; init; }

    /// <summary>Terms: node in the upper half, class in bits 8 to 23, case in the lowest byte.</summary>
    public required ulong[] Terms { get; init; }

    /// <summary>Rows of symbols: tokens, then classes.</summary>
    public required short[] SymbolRows { get; init; }

    /// <summary>The same for symbols in a passage's first sentence.</summary>
    public required short[] LeadSymbolRows { get; init; }

    /// <summary>Rows of concepts, by class, for terms that no symbol implies.</summary>
    public required short[] TermRows { get; init; }

    /// <summary>The same for terms in a passage's first sentence.</summary>
    public required short[] LeadTermRows { get; init; }

    /// <summary>Keys of unit pairs.</summary>
    public required ulong[] PairKeys { get; init; }

    /// <summary>Rows of unit pairs.</summary>
    public required short[] PairRows { get; init; }

    /// <summary>Keys of in-word character n-grams.</summary>
    public required ulong[] GramKeys { get; init; }

    /// <summary>Rows of in-word character n-grams, for unknown words.</summary>
    public required short[] GramRows { get; init; }

    /// <summary>Codes of patterns.</summary>
    public required ulong[] PatternKeys { get; init; }

    /// <summary>Rows of patterns, which the norm does not divide.</summary>
    public required short[] PatternRows { get; init; }

    /// <summary>Keys of contexts.</summary>
    public required ulong[] ContextKeys { get; init; }

    /// <summary>Rows of contexts, which the norm does not divide.</summary>
    public required short[] ContextRows { get; init; }

    /// <summary>How much the views of a passage count, by view and label, and then a bias per label (see <see cref="Scoring.Pooling"/>).</summary>
    public required float[] Pooling { get; init; }

    /// <summary>Bias per label of each view.</summary>
    public required float[] Bias { get; init; }

    /// <summary>Three values: what a quantised weight, a quantised squared norm and a quantised weight of a pattern or context are multiplied by.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Lanes of a row for <paramref name="labels"/> labels: labels and norm, padded to a 128-bit vector.</summary>
    public static int Stride(int labels) => (labels + 1 + 7) / 8 * 8;
}
