using System.Collections.Frozen;
using System.Numerics;

namespace ArmsClassifier.Text;

/// <summary>
/// Cuts folded text into tokens: maximal runs of letters and digits, and the signs <c>$</c> and <c>%</c>; everything else separates.
/// Training and inference share it.
/// </summary>
internal static class Tokenizer
{
    private static readonly FrozenSet<ulong> s_abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "maj", "capt", "adm", "sen", "rep", "gov", "st", "vs", "jan", "feb", "aug",
        "sept", "sep", "oct", "nov", "dec", "prof", "rev", "hon", "pres",
    }.Select(TokenHash.Of).ToFrozenSet();

    /// <summary>Writes the tokens of <paramref name="text"/> into <paramref name="tokens"/>, which must hold one per byte of text.</summary>
    /// <returns>The number of tokens.</returns>
    public static int Tokenize(in FoldedText text, Span<Token> tokens)
    {
        ReadOnlySpan<byte> bytes = text.Padded;
        int count = 0;
        int start = 0;
        int previousEnd = 0;
        bool inside = false;
        ulong carry = 0;

        // The padding after the text is no word, so the last token always ends inside a block.
        for (int offset = 0; offset <= text.Length; offset += TokenMask.Width)
        {
            ulong mask = TokenMask.At(bytes, offset);
            ulong edges = mask ^ ((mask << 1) | carry);
            carry = mask >> 63;
            while (edges != 0)
            {
                int position = offset + BitOperations.TrailingZeroCount(edges);
                edges &= edges - 1;
                if (inside)
                {
                    Gap gap = Gap.Word;
                    if (start - previousEnd != 1 || bytes[previousEnd] != ' ' || count == 0)
                    {
                        gap = GapBefore(bytes, previousEnd, start, tokens, count, out count);
                    }

                    tokens[count++] = new Token(TokenHash.Of(bytes, start, position - start), start, position - start, gap);
                    previousEnd = position;
                }
                else
                {
                    start = position;
                }

                inside = !inside;
            }
        }

        GapBefore(bytes, previousEnd, text.Length, tokens, count, out count);
        return count;
    }

    /// <summary>Classifies the separators from <paramref name="from"/> to <paramref name="to"/>; the signs among them become tokens.</summary>
    private static Gap GapBefore(ReadOnlySpan<byte> bytes, int from, int to, Span<Token> tokens, int before, out int count)
    {
        count = before;
        Gap gap = count == 0 ? Gap.Sentence : Gap.Word;
        for (int i = from; i < to; i++)
        {
            switch (bytes[i])
            {
                case (byte)'$' or (byte)'%':
                    tokens[count] = new Token(TokenHash.Of(bytes, i, 1), i, 1, gap);
                    count++;
                    gap = Gap.Word;
                    break;
                case (byte)',' or (byte)';' or (byte)':' or (byte)'"' or (byte)'(' or (byte)')' or (byte)'[' or (byte)']':
                    gap = Max(gap, Gap.Clause);
                    break;
                case (byte)'-' when to - from > 1:
                    gap = Max(gap, Gap.Clause);
                    break;
                case (byte)'!' or (byte)'?' or (byte)'\n' or (byte)'\r':
                    gap = Gap.Sentence;
                    break;
                case (byte)'.' when count > 0 && EndsSentence(bytes, tokens[count - 1], i, to):
                    gap = Gap.Sentence;
                    break;
            }
        }

        return gap;
    }

    /// <summary>Whether the full stop at <paramref name="at"/>, after <paramref name="previous"/>, ends a sentence rather than an abbreviation.</summary>
    private static bool EndsSentence(ReadOnlySpan<byte> bytes, in Token previous, int at, int next)
    {
        bool capitalFollows = char.IsAsciiLetterUpper((char)bytes[next]);
        bool spaceFollows = next - at > 1;
        return (previous.Length > 1 || !char.IsAsciiLetter((char)bytes[previous.Start]))
            && (capitalFollows || (spaceFollows && char.IsAsciiDigit((char)bytes[next])))
            && !s_abbreviations.Contains(previous.Hash);
    }

    private static Gap Max(Gap a, Gap b) => a > b ? a : b;
}
