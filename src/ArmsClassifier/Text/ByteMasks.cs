using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArmsClassifier.Text;

/// <summary>What 64 folded bytes are, a bit a byte.</summary>
/// <param name="Words">Letters, digits and bytes of other scripts.</param>
/// <param name="Signs">Currency and percent signs, which are tokens of their own.</param>
/// <param name="Stops">Full stops, exclamation and question marks and line breaks, which may end a sentence.</param>
internal readonly record struct ByteMasks(ulong Words, ulong Signs, ulong Stops)
{
    /// <summary>Bytes that one set of masks covers.</summary>
    public const int Width = 64;

    /// <summary>The masks of the 64 bytes from <paramref name="offset"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteMasks At(ReadOnlySpan<byte> padded, int offset)
    {
        ref byte start = ref MemoryMarshal.GetReference(padded.Slice(offset, Width));
        if (Vector512.IsHardwareAccelerated)
        {
            return Of(Vector512.LoadUnsafe(ref start));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            ByteMasks low = Of(Vector256.LoadUnsafe(ref start));
            ByteMasks high = Of(Vector256.LoadUnsafe(ref start, 32));
            return low.Join(high, 32);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            ByteMasks masks = Of(Vector128.LoadUnsafe(ref start));
            for (int part = 1; part < 4; part++)
            {
                masks = masks.Join(Of(Vector128.LoadUnsafe(ref start, (nuint)(part * 16))), part * 16);
            }

            return masks;
        }

        return Scalar(padded, offset);
    }

    /// <summary>The same masks byte by byte: the oracle for the vector paths.</summary>
    public static ByteMasks Scalar(ReadOnlySpan<byte> padded, int offset)
    {
        (ulong words, ulong signs, ulong stops) = (0, 0, 0);
        for (int i = 0; i < Width; i++)
        {
            byte value = padded[offset + i];
            words |= IsWord(value) ? 1UL << i : 0;
            signs |= value is (byte)'$' or (byte)'%' ? 1UL << i : 0;
            stops |= value is (byte)'.' or (byte)'!' or (byte)'?' or (byte)'\n' or (byte)'\r' ? 1UL << i : 0;
        }

        return new ByteMasks(words, signs, stops);
    }

    /// <summary>Whether a folded byte belongs to a word.</summary>
    public static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value >= 0x80;

    private ByteMasks Join(ByteMasks after, int shift) => new(Words | (after.Words << shift), Signs | (after.Signs << shift), Stops | (after.Stops << shift));

    // The framework has no vector type of any width, so the same lines stand three times. '$' and '%' are neighbours in ASCII.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector512<byte> v)
    {
        Vector512<byte> letter = Vector512.LessThan((v | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        Vector512<byte> digit = Vector512.LessThan(v - Vector512.Create((byte)'0'), Vector512.Create((byte)10));
        Vector512<byte> sign = Vector512.LessThan(v - Vector512.Create((byte)'$'), Vector512.Create((byte)2));
        Vector512<byte> stop = Vector512.Equals(v, Vector512.Create((byte)'.')) | Vector512.Equals(v, Vector512.Create((byte)'!'))
            | Vector512.Equals(v, Vector512.Create((byte)'?')) | Vector512.Equals(v, Vector512.Create((byte)'\n')) | Vector512.Equals(v, Vector512.Create((byte)'\r'));
        return new ByteMasks((letter | digit | v).ExtractMostSignificantBits(), sign.ExtractMostSignificantBits(), stop.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector256<byte> v)
    {
        Vector256<byte> letter = Vector256.LessThan((v | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        Vector256<byte> digit = Vector256.LessThan(v - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        Vector256<byte> sign = Vector256.LessThan(v - Vector256.Create((byte)'$'), Vector256.Create((byte)2));
        Vector256<byte> stop = Vector256.Equals(v, Vector256.Create((byte)'.')) | Vector256.Equals(v, Vector256.Create((byte)'!'))
            | Vector256.Equals(v, Vector256.Create((byte)'?')) | Vector256.Equals(v, Vector256.Create((byte)'\n')) | Vector256.Equals(v, Vector256.Create((byte)'\r'));
        return new ByteMasks((letter | digit | v).ExtractMostSignificantBits(), sign.ExtractMostSignificantBits(), stop.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteMasks Of(Vector128<byte> v)
    {
        Vector128<byte> letter = Vector128.LessThan((v | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        Vector128<byte> digit = Vector128.LessThan(v - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        Vector128<byte> sign = Vector128.LessThan(v - Vector128.Create((byte)'$'), Vector128.Create((byte)2));
        Vector128<byte> stop = Vector128.Equals(v, Vector128.Create((byte)'.')) | Vector128.Equals(v, Vector128.Create((byte)'!'))
            | Vector128.Equals(v, Vector128.Create((byte)'?')) | Vector128.Equals(v, Vector128.Create((byte)'\n')) | Vector128.Equals(v, Vector128.Create((byte)'\r'));
        return new ByteMasks((letter | digit | v).ExtractMostSignificantBits(), sign.ExtractMostSignificantBits(), stop.ExtractMostSignificantBits());
    }
}
