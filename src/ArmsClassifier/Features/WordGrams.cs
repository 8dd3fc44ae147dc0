namespace ArmsClassifier.Features;

/// <summary>
/// The character n-grams of a word, boundaries included, each packed into a key of up to five bytes and its length: distinct n-grams
/// have distinct keys (subword features as in Bojanowski et al., 2017, without hashing).
/// </summary>
internal static class WordGrams
{
    /// <summary>Shortest n-gram, in bytes.</summary>
    public const int MinLength = 3;

    /// <summary>Longest n-gram, in bytes.</summary>
    public const int MaxLength = 5;

    /// <summary>Bytes of a word that are looked at; longer words are cut.</summary>
    public const int MaxWordBytes = 30;

    /// <summary>The most n-grams that one word has.</summary>
    public const int MaxGrams = (MaxWordBytes + 2) * (MaxLength - MinLength + 1);

    private const byte Boundary = (byte)' ';

    /// <summary>Writes the keys of the distinct n-grams of <paramref name="word"/> (case is ignored) into <paramref name="keys"/>.</summary>
    /// <returns>The number of keys.</returns>
    public static int Write(ReadOnlySpan<byte> word, Span<ulong> keys)
    {
        Span<byte> padded = stackalloc byte[MaxWordBytes + 2];
        int length = Math.Min(word.Length, MaxWordBytes) + 2;
        padded[0] = Boundary;
        for (int i = 1; i < length - 1; i++)
        {
            padded[i] = (byte)(word[i - 1] | 0x20);
        }

        padded[length - 1] = Boundary;
        int count = 0;
        for (int start = 0; start + MinLength <= length; start++)
        {
            ulong key = 0;
            for (int n = 1; n <= MaxLength && start + n <= length; n++)
            {
                key = (key << 8) | padded[start + n - 1];
                ulong gram = (key << 8) | (uint)n;
                if (n >= MinLength && !keys[..count].Contains(gram))
                {
                    keys[count++] = gram;
                }
            }
        }

        return count;
    }
}
