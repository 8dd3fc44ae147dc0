using System.Buffers;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Finds the charset of a document: by its byte order mark, the HTTP header, the XML declaration, the meta tag, whether it is UTF-8, and
/// at last by statistics. What a document says of itself does not count where its bytes show that it is wrong.
/// </summary>
internal static class CharsetDetection
{
    private const int MaxSequenceBytes = 4;
    private const int MaxLabelChars = 30;

    /// <summary>The charset of a document that begins with some bytes.</summary>
    /// <param name="head">The beginning of the document, or all of it.</param>
    /// <param name="header">The charset that an HTTP header names, or null.</param>
    public static Charset Detect(ReadOnlySpan<byte> head, string? header)
    {
        if (OfMark(head) is { } marked)
        {
            return marked;
        }

        if (OfPattern(head) is { } wide)
        {
            return wide;
        }

        foreach ((string? label, string evidence) in (ReadOnlySpan<(string?, string)>)
            [(header, "HTTP header"), (CharsetDeclaration.OfXml(head), "XML declaration"), (CharsetDeclaration.OfHtml(head), "meta tag")])
        {
            if (CharsetLabels.Find(label) is { } declared && IsPossible(declared, head))
            {
                return declared.CodePage == Encoding.UTF8.CodePage ? new Charset(Encoding.UTF8, "") : OfDeclared(declared, evidence, head);
            }
        }

        Charset charset = OfBytes(head);
        return charset with { Trouble = TroubleOf(CharsetDeclaration.OfXml(head), charset) };
    }

    /// <summary>What is wrong with a declaration that did not count, or with that there is none.</summary>
    private static string TroubleOf(string? declared, Charset charset)
    {
        string label = InputError.Excerpt(declared.AsSpan(0, Math.Min(declared?.Length ?? 0, MaxLabelChars)));
        return declared is not null && CharsetLabels.Find(declared) is null ? $"an encoding that is not known: {label}"
            : declared is not null ? $"bytes that are not in the declared encoding {label}"
            : charset.IsGuess ? "bytes that are not UTF-8, and no declaration of what they are"
            : "";
    }

    /// <summary>The charset that bytes without any declaration are in: UTF-8, or what statistics say.</summary>
    public static Charset OfBytes(ReadOnlySpan<byte> head)
    {
        (int valid, int invalid) = CountSequences(head);
        return invalid == 0 || valid > invalid
            ? CharsetStatistics.IsIso2022Jp(head)
                ? new Charset(CharsetLabels.Get("iso-2022-jp"), "escape sequences")
                : new Charset(Encoding.UTF8, "")
            : new Charset(CharsetStatistics.Guess(head), Charset.Statistics);
    }

    private static Charset? OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new Charset(Encoding.UTF8, "", 3),
        [0xFF, 0xFE, 0, 0, ..] => new Charset(Encoding.UTF32, "byte order mark", 4),
        [0, 0, 0xFE, 0xFF, ..] => new Charset(new UTF32Encoding(bigEndian: true, byteOrderMark: false), "byte order mark", 4),
        [0xFF, 0xFE, ..] => new Charset(Encoding.Unicode, "byte order mark", 2),
        [0xFE, 0xFF, ..] => new Charset(Encoding.BigEndianUnicode, "byte order mark", 2),
        _ => null,
    };

    /// <summary>UTF-16 and UTF-32 without a mark, by where the zeros are; EBCDIC by how an XML declaration looks in it.</summary>
    private static Charset? OfPattern(ReadOnlySpan<byte> head)
    {
        const string Evidence = "pattern of zero bytes";
        switch (head)
        {
            case [(byte)'<', 0, 0, 0, ..]:
                return new Charset(Encoding.UTF32, Evidence);
            case [0, 0, 0, (byte)'<', ..]:
                return new Charset(new UTF32Encoding(bigEndian: true, byteOrderMark: false), Evidence);
            case [0x4C, 0x6F, 0xA7, 0x94, ..] when CharsetLabels.Find("ibm037") is { } ebcdic:
                return new Charset(ebcdic, "EBCDIC declaration");
        }

        ReadOnlySpan<byte> sample = head[..Math.Min(head.Length & ~1, 256)];
        Span<int> zeros = stackalloc int[2];
        for (int i = 0; i < sample.Length; i++)
        {
            zeros[i & 1] += sample[i] == 0 ? 1 : 0;
        }

        // Pictures and archives hold zeros in both places.
        int half = sample.Length / 2;
        return half < 4 || Math.Min(zeros[0], zeros[1]) > 0 || Math.Max(zeros[0], zeros[1]) < half * 3 / 4
            ? null
            : new Charset(zeros[1] > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode, Evidence);
    }

    /// <summary>Whether bytes can be in a charset: those of two or four bytes a character had to show zeros.</summary>
    private static bool IsPossible(Encoding declared, ReadOnlySpan<byte> head)
    {
        if (declared is UnicodeEncoding or UTF32Encoding)
        {
            return false;
        }

        if (declared.CodePage == Encoding.UTF8.CodePage)
        {
            (int valid, int invalid) = CountSequences(head);
            return invalid == 0 || valid > invalid;
        }

        // A single-byte charset whose bytes spell EBCDIC letters is declared in ASCII: it cannot be EBCDIC.
        return !declared.WebName.StartsWith("ibm037", StringComparison.OrdinalIgnoreCase);
    }

    private static Charset OfDeclared(Encoding declared, string evidence, ReadOnlySpan<byte> head)
    {
        (int valid, int invalid) = CountSequences(head);
        bool isUtf8 = valid > 0 && invalid == 0 && (declared.IsSingleByte || !CharsetStatistics.CanDecode(declared, head));
        return isUtf8
            ? new Charset(Encoding.UTF8, $"its bytes, against the {evidence} {new Charset(declared, "").Name}")
            : valid + invalid == 0 && declared.IsSingleByte ? new Charset(declared, "") : new Charset(declared, evidence);
    }

    /// <summary>How many characters beyond ASCII are well-formed UTF-8, and how many bytes are not. A sequence cut off at the end counts for neither.</summary>
    private static (int Valid, int Invalid) CountSequences(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        int invalid = 0;
        while (true)
        {
            int next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return (valid, invalid);
            }

            bytes = bytes[next..];
            bool isWhole = Rune.DecodeFromUtf8(bytes, out _, out int length) == OperationStatus.Done;
            if (!isWhole && bytes.Length < MaxSequenceBytes && Rune.DecodeFromUtf8(bytes, out _, out _) == OperationStatus.NeedMoreData)
            {
                return (valid, invalid);
            }

            valid += isWhole ? 1 : 0;
            invalid += isWhole ? 0 : 1;
            bytes = bytes[length..];
        }
    }
}
