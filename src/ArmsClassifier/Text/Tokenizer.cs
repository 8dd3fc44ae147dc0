using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Text;

/// <summary>
/// Cuts folded text into tokens, maximal runs of letters and digits and the signs <c>$</c> and <c>%</c>, and into sentences. Everything else
/// separates. Training and inference share it.
/// </summary>
/// <remarks>
/// Works without a branch per token where it can, as simdjson does (Langdale and Lemire, 2019): masks of 64 bytes give the edges of tokens,
/// edges are written out several at a time, and the few stops are judged afterwards.
/// </remarks>
internal static class Tokenizer
{
    // Edges are written by fours, so up to three places after the last one are overwritten.
    private const int Slack = 4;

    private const int MaxAbbreviation = 4;

    private static readonly FrozenSet<ulong> s_abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "maj", "capt", "adm", "sen", "rep", "gov", "st", "vs", "jan", "feb", "aug",
        "sept", "sep", "oct", "nov", "dec", "prof", "rev", "hon", "pres",
    }.Select(TokenHash.Of).ToFrozenSet();

    /// <summary>How many places for tokens a text of <paramref name="length"/> bytes needs.</summary>
    public static int TokenPlaces(int length) => length + 1 + Slack;

    /// <summary>How many places for sentences a text of <paramref name="length"/> bytes needs.</summary>
    public static int SentencePlaces(int length) => (2 * length) + 2;

    /// <summary>Finds the tokens of <paramref name="text"/> and the index of the first token of each sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Receives the tokens; has <see cref="TokenPlaces"/>.</param>
    /// <param name="sentences">Receives the first tokens; has <see cref="SentencePlaces"/>.</param>
    /// <returns>The number of tokens and of sentences.</returns>
    public static (int Tokens, int Sentences) Tokenize(in FoldedText text, Span<Token> tokens, Span<int> sentences)
    {
        (int count, int stops) = Edges(text, tokens, sentences);
        Hash(text.Padded, tokens[..count]);
        return (count, count == 0 ? 0 : Sentences(text.Padded, tokens[..count], sentences, stops));
    }

    /// <summary>Writes where tokens start and end, and of each stop its place and the index of the token after it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Tokens, int Stops) Edges(in FoldedText text, Span<Token> tokens, Span<int> stops)
    {
        ReadOnlySpan<byte> bytes = text.Padded;
        int started = 0;
        int ended = 0;
        int stopped = 0;
        ulong wordCarry = 0;
        ulong signCarry = 0;

        // The padding after the text is no word, so the last token always ends inside a block.
        for (int offset = 0; offset <= text.Length; offset += ByteMasks.Width)
        {
            ByteMasks masks = ByteMasks.At(bytes, offset);
            ulong afterWord = (masks.Words << 1) | wordCarry;
            ulong starts = (masks.Words & ~afterWord) | masks.Signs;
            ulong ends = (afterWord & ~masks.Words) | (masks.Signs << 1) | signCarry;
            wordCarry = masks.Words >> 63;
            signCarry = masks.Signs >> 63;
            for (ulong left = masks.Stops; left != 0; left &= left - 1)
            {
                int place = BitOperations.TrailingZeroCount(left);
                stops[stopped++] = offset + place;
                stops[stopped++] = started + BitOperations.PopCount(starts & ((1UL << place) - 1));
            }

            ref Token start = ref tokens[started];
            started += BitOperations.PopCount(starts);
            for (; starts != 0; start = ref Unsafe.Add(ref start, 4))
            {
                start.Start = offset + Next(ref starts);
                Unsafe.Add(ref start, 1).Start = offset + Next(ref starts);
                Unsafe.Add(ref start, 2).Start = offset + Next(ref starts);
                Unsafe.Add(ref start, 3).Start = offset + Next(ref starts);
            }

            ref Token end = ref tokens[ended];
            ended += BitOperations.PopCount(ends);
            for (; ends != 0; end = ref Unsafe.Add(ref end, 4))
            {
                end.End = offset + Next(ref ends);
                Unsafe.Add(ref end, 1).End = offset + Next(ref ends);
                Unsafe.Add(ref end, 2).End = offset + Next(ref ends);
                Unsafe.Add(ref end, 3).End = offset + Next(ref ends);
            }
        }

        return (started, stopped / 2);
    }

    /// <summary>The place of the lowest bit, which is cleared; 64 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref ulong bits)
    {
        int place = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Hash(ReadOnlySpan<byte> bytes, Span<Token> tokens)
    {
        foreach (ref Token token in tokens)
        {
            token.Hash = TokenHash.Of(bytes, token.Start, token.Length);
        }
    }

    /// <summary>Replaces the stops in <paramref name="sentences"/> by the first token of each sentence.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sentences(ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens, Span<int> sentences, int stops)
    {
        int count = 1;
        int last = 0;
        for (int i = 0; i < stops; i++)
        {
            (int place, int next) = (sentences[2 * i], sentences[(2 * i) + 1]);
            if (next == last || next == tokens.Length || (bytes[place] == '.' && !EndsSentence(bytes, tokens[next - 1], place, tokens[next].Start)))
            {
                continue;
            }

            // A stop takes two places and a sentence one, so this overwrites nothing that is still to be read.
            sentences[count - 1] = next;
            count++;
            last = next;
        }

        sentences[..(count - 1)].CopyTo(sentences[1..]);
        sentences[0] = 0;
        return count;
    }

    /// <summary>Whether the full stop at <paramref name="at"/>, after <paramref name="previous"/>, ends a sentence rather than an abbreviation.</summary>
    private static bool EndsSentence(ReadOnlySpan<byte> bytes, in Token previous, int at, int next)
    {
        byte first = bytes[next];
        bool spaceFollows = next - at > 1;
        return (char.IsAsciiLetterUpper((char)first) || (spaceFollows && (first == '$' || char.IsAsciiDigit((char)first))))
            && (previous.Length > 1 || !char.IsAsciiLetter((char)bytes[previous.Start]))
            && (previous.Length > MaxAbbreviation || !s_abbreviations.Contains(previous.Hash));
    }
}
