using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArmsClassifier.Text;

/// <summary>
/// A passage as the tokenizer sees it: one byte a character, ASCII where that is possible (see <see cref="CharFolding"/>), case kept,
/// followed by <see cref="PaddingBytes"/> zero bytes so that whole vectors may be read past its end. Rents its buffers; dispose it.
/// </summary>
internal ref struct FoldedText
{
    /// <summary>Zero bytes that follow the text.</summary>
    public const int PaddingBytes = 64;

    private byte[] _bytes;
    private int[]? _offsets;

    private FoldedText(byte[] bytes, int length, int[]? offsets)
    {
        _bytes = bytes;
        Length = length;
        _offsets = offsets;
    }

    /// <summary>Number of folded bytes.</summary>
    public int Length { get; }

    /// <summary>The rented array that holds the folded bytes and their padding.</summary>
    public readonly byte[] Buffer => _bytes;

    /// <summary>The folded bytes with their padding.</summary>
    public readonly ReadOnlySpan<byte> Padded => _bytes.AsSpan(0, Length + PaddingBytes);

    /// <summary>The folded bytes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Position in the original text of the character that folded byte <paramref name="index"/> came from.</summary>
    public readonly int OriginalOffset(int index) => _offsets is null ? index : _offsets[index];

    /// <summary>Folds <paramref name="text"/>. With <paramref name="keepOffsets"/>, <see cref="OriginalOffset"/> answers for text that is not ASCII.</summary>
    public static FoldedText Of(ReadOnlySpan<char> text, bool keepOffsets)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(text.Length + PaddingBytes);
        Ascii.FromUtf16(text, bytes, out int ascii);
        if (ascii == text.Length)
        {
            bytes.AsSpan(ascii, PaddingBytes).Clear();
            return new FoldedText(bytes, ascii, null);
        }

        return Fold(text, ascii, bytes, keepOffsets);
    }

    /// <summary>Returns the rented buffers.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        if (_offsets is not null)
        {
            ArrayPool<int>.Shared.Return(_offsets);
            _offsets = null;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FoldedText Fold(ReadOnlySpan<char> text, int ascii, byte[] bytes, bool keepOffsets)
    {
        int capacity = (text.Length * CharFolding.MaxBytesPerChar) + PaddingBytes;
        if (bytes.Length < capacity)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(capacity);
            bytes.AsSpan(0, ascii).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        int[]? offsets = keepOffsets ? ArrayPool<int>.Shared.Rent(capacity + 1) : null;
        for (int i = 0; offsets is not null && i < ascii; i++)
        {
            offsets[i] = i;
        }

        int written = ascii;
        for (int read = ascii; read < text.Length;)
        {
            int bytesOfChar = CharFolding.Fold(text[read], bytes.AsSpan(written));
            for (int k = 0; offsets is not null && k < bytesOfChar; k++)
            {
                offsets[written + k] = read;
            }

            written += bytesOfChar;
            read++;
            Ascii.FromUtf16(text[read..], bytes.AsSpan(written), out int run);
            for (int k = 0; offsets is not null && k < run; k++)
            {
                offsets[written + k] = read + k;
            }

            written += run;
            read += run;
        }

        bytes.AsSpan(written, PaddingBytes).Clear();
        if (offsets is not null)
        {
            offsets[written] = text.Length;
        }

        return new FoldedText(bytes, written, offsets);
    }
}
