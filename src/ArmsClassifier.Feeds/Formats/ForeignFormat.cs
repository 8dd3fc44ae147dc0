using System.Buffers.Binary;

namespace ArmsClassifier.Feeds;

/// <summary>What a file is that holds no text to read, known by its first bytes, and what to do with it.</summary>
/// <param name="Name">What it is, as words for a message.</param>
/// <param name="Cure">How its text can be read after all.</param>
internal sealed record ForeignFormat(string Name, string Cure)
{
    private const string Unpack = "unpack it and give what is in it";
    private const string Repack = "unpack it, or pack it with gzip or zip";
    private const string SaveAsText = "save it as text or as a web page";
    private const string LeaveOut = "leave it out";
    private const int TarMagicAt = 257;
    private const int IsoMagicAt = 4;
    private const int BitmapReservedAt = 6;
    private const int BitmapOffsetAt = 10;
    private const int MaxBitmapOffset = 2_000;

    /// <summary>What a document is that begins with some bytes, or null where they are none of a known kind without text.</summary>
    public static ForeignFormat? Of(ReadOnlySpan<byte> head) => OfPacked(head) ?? OfDocument(head) ?? OfPicture(head) ?? OfRecording(head);

    /// <summary>The error of a document of this kind.</summary>
    /// <param name="source">The document's name.</param>
    public DocumentItem ToError(string source) => InputError.Item(source, 0, Name, "text, a feed, a page, JSON or CSV", Cure);

    private static ForeignFormat? OfPacked(ReadOnlySpan<byte> head) => head switch
    {
        [0x28, 0xB5, 0x2F, 0xFD, ..] => new ForeignFormat("data packed with Zstandard", Repack),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => new ForeignFormat("data packed with xz", Repack),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..] =>
            new ForeignFormat("data packed with bzip2", Repack),
        [0x04, 0x22, 0x4D, 0x18, ..] => new ForeignFormat("data packed with LZ4", Repack),
        [0x1F, 0x9D, ..] => new ForeignFormat("data packed with compress", Repack),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => new ForeignFormat("a 7z archive", Unpack),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..] => new ForeignFormat("a RAR archive", Unpack),
        _ when head.Length > TarMagicAt && head[TarMagicAt..].StartsWith("ustar"u8) => new ForeignFormat("a tar archive", Unpack),
        _ => null,
    };

    private static ForeignFormat? OfDocument(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => new ForeignFormat("a PDF document", SaveAsText),
        _ when head.StartsWith("%!PS-"u8) => new ForeignFormat("a PostScript document", SaveAsText),
        _ when head.StartsWith(@"{\rtf"u8) => new ForeignFormat("an RTF document", SaveAsText),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => new ForeignFormat("an Office document", SaveAsText),
        _ when head.StartsWith("SQLite format 3\0"u8) => new ForeignFormat("a SQLite database", "export its table as CSV or JSONL"),
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', < (byte)' ', ..] => new ForeignFormat("a Parquet table", "export it as CSV or JSONL"),
        _ => null,
    };

    private static ForeignFormat? OfPicture(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new ForeignFormat("a PNG picture", LeaveOut),
        [0xFF, 0xD8, 0xFF, ..] => new ForeignFormat("a JPEG picture", LeaveOut),
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => new ForeignFormat("a GIF picture", LeaveOut),
        [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => new ForeignFormat("a TIFF picture", LeaveOut),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            new ForeignFormat("a WebP picture", LeaveOut),
        _ when IsBitmap(head) => new ForeignFormat("a BMP picture", LeaveOut),
        _ => null,
    };

    private static ForeignFormat? OfRecording(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'I', (byte)'D', (byte)'3', < (byte)' ', ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] =>
            new ForeignFormat("a sound recording", LeaveOut),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] =>
            new ForeignFormat("a sound recording", LeaveOut),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => new ForeignFormat("a film", LeaveOut),
        [0, 0, 0, _, ..] when head[IsoMagicAt..].StartsWith("ftyp"u8) => new ForeignFormat("a film, picture or sound recording", LeaveOut),
        _ => null,
    };

    /// <summary>Two letters alone could begin a text: the reserved field and the offset of the pixels have to fit.</summary>
    private static bool IsBitmap(ReadOnlySpan<byte> head) =>
        head.StartsWith("BM"u8) && head.Length > BitmapOffsetAt + sizeof(int)
        && BinaryPrimitives.ReadInt32LittleEndian(head[BitmapReservedAt..]) == 0
        && BinaryPrimitives.ReadInt32LittleEndian(head[BitmapOffsetAt..]) is > 0 and < MaxBitmapOffset;
}
