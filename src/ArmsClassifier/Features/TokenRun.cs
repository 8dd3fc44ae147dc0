using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>The tokens of one sentence with the bytes they stand on and their indices in the lexicon (-1 where unknown).</summary>
internal readonly ref struct TokenRun(ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> indices)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    public ReadOnlySpan<int> Indices { get; } = indices;

    public int Count => Tokens.Length;

    /// <summary>Index of the token after <paramref name="at"/>; -1 where it is unknown or there is none.</summary>
    public int IndexAfter(int at) => (uint)(at + 1) < (uint)Indices.Length ? Indices[at + 1] : -1;

    /// <summary>Whether the tokens from <paramref name="first"/> to <paramref name="last"/> are written as <paramref name="required"/> says.</summary>
    public bool HasCase(int first, int last, TermCase required)
    {
        if (required == TermCase.Any)
        {
            return true;
        }

        ReadOnlySpan<byte> text = Bytes[Tokens[first].Start..Tokens[last].End];
        return required == TermCase.Capital
            ? char.IsAsciiLetterUpper((char)text[0])
            : !text.ContainsAnyInRange((byte)'a', (byte)'z');
    }

    /// <summary>Whether token <paramref name="at"/> consists of digits.</summary>
    public bool IsNumber(int at) => !Text(at).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>The folded bytes of token <paramref name="at"/>.</summary>
    public ReadOnlySpan<byte> Text(int at) => Bytes[Tokens[at].Start..Tokens[at].End];

    /// <summary>Whether nothing but <paramref name="separator"/> stands between token <paramref name="at"/> and the one before it.</summary>
    public bool IsJoined(int at, byte separator) =>
        at > 0 && Tokens[at].Start - Tokens[at - 1].End == 1 && Bytes[Tokens[at].Start - 1] == separator;
}
