using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArmsClassifier.Text;

/// <summary>Finds the bytes that belong to words, 64 at a time: letters, digits and bytes of other scripts.</summary>
internal static class TokenMask
{
    /// <summary>Bytes that one mask covers.</summary>
    public const int Width = 64;

    /// <summary>Bit i is set where byte <paramref name="offset"/> + i of <paramref name="padded"/> belongs to a word. Reads 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ReadOnlySpan<byte> padded, int offset)
    {
        ref byte start = ref MemoryMarshal.GetReference(padded.Slice(offset, Width));
        if (Vector512.IsHardwareAccelerated)
        {
            return Words(Vector512.LoadUnsafe(ref start)).ExtractMostSignificantBits();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            ulong low = Words(Vector256.LoadUnsafe(ref start)).ExtractMostSignificantBits();
            ulong high = Words(Vector256.LoadUnsafe(ref start, 32)).ExtractMostSignificantBits();
            return low | (high << 32);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            ulong mask = 0;
            for (int part = 0; part < 4; part++)
            {
                mask |= (ulong)Words(Vector128.LoadUnsafe(ref start, (nuint)(part * 16))).ExtractMostSignificantBits() << (part * 16);
            }

            return mask;
        }

        return Scalar(padded, offset);
    }

    /// <summary>The same mask byte by byte: the oracle for the vector paths.</summary>
    public static ulong Scalar(ReadOnlySpan<byte> padded, int offset)
    {
        ulong mask = 0;
        for (int i = 0; i < Width; i++)
        {
            mask |= IsWord(padded[offset + i]) ? 1UL << i : 0;
        }

        return mask;
    }

    /// <summary>Whether a folded byte belongs to a word.</summary>
    public static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value >= 0x80;

    private static Vector512<byte> Words(Vector512<byte> v)
    {
        Vector512<byte> letter = Vector512.LessThan((v | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        Vector512<byte> digit = Vector512.LessThan(v - Vector512.Create((byte)'0'), Vector512.Create((byte)10));
        return letter | digit | v;
    }

    private static Vector256<byte> Words(Vector256<byte> v)
    {
        Vector256<byte> letter = Vector256.LessThan((v | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        Vector256<byte> digit = Vector256.LessThan(v - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        return letter | digit | v;
    }

    private static Vector128<byte> Words(Vector128<byte> v)
    {
        Vector128<byte> letter = Vector128.LessThan((v | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        Vector128<byte> digit = Vector128.LessThan(v - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        return letter | digit | v;
    }
}
