using System.IO.Compression;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>Packs test input.</summary>
internal static class Packing
{
    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes) => Pack(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Brotli(byte[] bytes) => Pack(bytes, stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true));

    public static byte[] Deflate(byte[] bytes) => Pack(bytes, stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] ZLib(byte[] bytes) => Pack(bytes, stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Zeros behind a beginning, packed.</summary>
    public static byte[] Bomb(string beginning, int megabytes, Func<Stream, Stream> pack)
    {
        var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            stream.Write(Encoding.UTF8.GetBytes(beginning));
            byte[] zeros = new byte[1 << 20];
            zeros.AsSpan().Fill((byte)'a');
            for (int i = 0; i < megabytes; i++)
            {
                stream.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> pack)
    {
        var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
