using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArmsClassifier.Text;

/// <summary>
/// 64-bit hash of a token without regard to case. A token of up to eight bytes hashes one to one; longer ones mix eight bytes at a time
/// by folded multiplication (the scheme of wyhash). Never zero.
/// </summary>
internal static class TokenHash
{
    private const ulong LowerCase = 0x2020_2020_2020_2020;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Hash of <paramref name="length"/> bytes at <paramref name="start"/>; eight bytes past the token must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> padded, int start, int length)
    {
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(padded.Slice(start, 8)) | LowerCase;
        return length <= 8 ? word & (ulong.MaxValue >> (64 - (length * 8))) : Long(padded, start, length, word);
    }

    /// <summary>Hash of a term as the lexicon or a test writes it, in ASCII.</summary>
    public static ulong Of(string token)
    {
        Span<byte> padded = new byte[token.Length + 8];
        int length = Encoding.ASCII.GetBytes(token, padded);
        return Of(padded, 0, length);
    }

    private static ulong Long(ReadOnlySpan<byte> padded, int start, int length, ulong word)
    {
        ulong hash = (ulong)length * Multiplier;
        int end = start + length;
        for (int at = start; ;)
        {
            hash = Fold(hash ^ word);
            at += 8;
            if (at >= end)
            {
                return Finish(hash);
            }

            word = BinaryPrimitives.ReadUInt64LittleEndian(padded[at..]) | LowerCase;
            int left = end - at;
            if (left < 8)
            {
                word &= ulong.MaxValue >> (64 - (left * 8));
            }
        }
    }

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, Multiplier, out ulong low);
        return high ^ low;
    }

    private static ulong Finish(ulong hash) => hash == 0 ? Multiplier : hash;
}
