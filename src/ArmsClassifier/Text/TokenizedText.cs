using System.Buffers;

namespace ArmsClassifier.Text;

/// <summary>The tokens and sentences of a folded text, in rented arrays; dispose it.</summary>
internal readonly ref struct TokenizedText
{
    private readonly Token[] _tokens;
    private readonly int[] _sentences;
    private readonly int _tokenCount;
    private readonly int _sentenceCount;

    /// <summary>Tokenizes <paramref name="text"/>.</summary>
    public TokenizedText(in FoldedText text)
    {
        _tokens = ArrayPool<Token>.Shared.Rent(Tokenizer.TokenPlaces(text.Length));
        _sentences = ArrayPool<int>.Shared.Rent(Tokenizer.SentencePlaces(text.Length));
        (_tokenCount, _sentenceCount) = Tokenizer.Tokenize(text, _tokens, _sentences);
    }

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _tokenCount);

    /// <summary>The index of the first token of each sentence.</summary>
    public ReadOnlySpan<int> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>Returns the rented arrays.</summary>
    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        ArrayPool<int>.Shared.Return(_sentences);
    }
}
