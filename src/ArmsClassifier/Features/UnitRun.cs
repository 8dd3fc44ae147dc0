using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>
/// The units of a sentence: the pieces that count as one, each a known token, a class in place of an entity or number, or an unknown word.
/// </summary>
/// <param name="tokens">The tokens of the sentence.</param>
/// <param name="symbols">The symbol of each unit: a token, a class, or <see cref="FeatureExtractor.Unknown"/>.</param>
/// <param name="places">The first token of each unit; a unit ends where the next one begins.</param>
internal readonly ref struct UnitRun(ReadOnlySpan<Token> tokens, ReadOnlySpan<int> symbols, ReadOnlySpan<int> places)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    /// <summary>The symbol of each unit.</summary>
    public ReadOnlySpan<int> Symbols { get; } = symbols;

    /// <summary>The first token of each unit.</summary>
    public ReadOnlySpan<int> Places { get; } = places;

    /// <summary>Number of units.</summary>
    public int Count => Symbols.Length;

    /// <summary>Index of the first folded byte of unit <paramref name="at"/>.</summary>
    public int Start(int at) => _tokens[Places[at]].Start;

    /// <summary>Index after the last folded byte of unit <paramref name="at"/>.</summary>
    public int End(int at) => _tokens[(at + 1 < Places.Length ? Places[at + 1] : _tokens.Length) - 1].End;
}
