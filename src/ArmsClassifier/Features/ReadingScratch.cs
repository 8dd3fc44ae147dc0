using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>Room for reading a passage. Each thread keeps one between passages; dispose it to give it back.</summary>
internal sealed class ReadingScratch : IDisposable
{
    /// <summary>Tokens of the longest sentence: longer ones, which no news has, are cut, so that no sum over a sentence overflows, whatever the model.</summary>
    public const int MaxSentenceTokens = 2048;

    [ThreadStatic]
    private static ReadingScratch? t_idle;

    private ReadingScratch()
    {
    }

    /// <summary>The tokens of the passage.</summary>
    public Token[] Tokens { get; private set; } = [];

    /// <summary>The first token of each sentence.</summary>
    public int[] Sentences { get; private set; } = [];

    /// <summary>The index of each token in the lexicon, or -1.</summary>
    public int[] Indices { get; private set; } = [];

    /// <summary>The symbols of units.</summary>
    public int[] Symbols { get; private set; } = [];

    /// <summary>The first tokens of the units of a sentence; has room for one that is written and not kept.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Tokens that take a second look.</summary>
    public int[] Candidates { get; private set; } = [];

    /// <summary>The node of the term tree that a candidate leads to with the token after it, or 0.</summary>
    public int[] Nodes { get; private set; } = [];

    /// <summary>Units of a sentence that may have contexts.</summary>
    public int[] Found { get; } = new int[MaxSentenceTokens];

    /// <summary>By unit of a sentence, its bits; before the first unit there are three without any.</summary>
    public UnitBits[] UnitBits { get; } = new UnitBits[MaxSentenceTokens + 3];

    /// <summary>Pairs of units that may have contexts.</summary>
    public NearPair[] Pairs { get; } = new NearPair[(6 * MaxSentenceTokens) + 1];

    /// <summary>By token of a sentence, the bits of the classes that its unit has beside those of its symbol (see <see cref="ContextTable.Bits"/>).</summary>
    public ulong[] OwnBits { get; } = new ulong[MaxSentenceTokens];

    /// <summary>These classes, where there are bits.</summary>
    public ClassSet[] OwnClasses { get; } = new ClassSet[MaxSentenceTokens];

    /// <summary>Takes the thread's scratch, with room for a text of <paramref name="length"/> bytes.</summary>
    public static ReadingScratch Take(int length)
    {
        ReadingScratch scratch = t_idle ?? new ReadingScratch();
        t_idle = null;
        scratch.Fit(length);
        return scratch;
    }

    /// <summary>Gives the unit at a token of the sentence class <paramref name="mark"/>, as far as contexts want it.</summary>
    public void Own(int token, int mark, ContextTable contexts)
    {
        ulong bit = contexts.Bit(mark);
        if (bit != 0)
        {
            OwnClasses[token] = (OwnBits[token] == 0 ? default : OwnClasses[token]).With(mark);
            OwnBits[token] |= bit;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => t_idle = this;

    private void Fit(int length)
    {
        int places = Tokenizer.TokenPlaces(length);
        if (Tokens.Length >= places)
        {
            return;
        }

        places = Math.Max(places, 2 * Tokens.Length);
        Tokens = new Token[places];
        Sentences = new int[2 * places];
        Indices = new int[places];
        Symbols = new int[places];
        Places = new int[places];
        Candidates = new int[places];
        Nodes = new int[places];
    }
}

/// <summary>The bits of a unit's classes, and of those that make a context before and after it (see <see cref="ContextTable.Bits"/>).</summary>
internal readonly record struct UnitBits(ulong Classes, ulong Before, ulong After);

/// <summary>Two units near each other.</summary>
/// <param name="Common">The bits of those classes of the one that may make a context with the other.</param>
/// <param name="Word">The unit whose word or class the context is about.</param>
/// <param name="Other">The unit of the classes.</param>
internal readonly record struct NearPair(ulong Common, int Word, int Other);
