using System.Buffers.Binary;
using System.Text;

namespace ArmsClassifier.Tests.Model;

/// <summary>A safetensors file as its header's text and its data, so that tests can damage either.</summary>
internal static class SafetensorsText
{
    /// <summary>Length in bytes of the header with the eight bytes of its length.</summary>
    public static int DataStart(byte[] file) => 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);

    /// <summary>The file with <paramref name="found"/> in its header replaced, and the header's length set to fit.</summary>
    public static byte[] ReplaceInHeader(byte[] file, string found, string replacement)
    {
        string header = Encoding.UTF8.GetString(file, 8, DataStart(file) - 8);
        int at = header.IndexOf(found, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"the header has no {found}");
        return Join(string.Concat(header.AsSpan(0, at), replacement, header.AsSpan(at + found.Length)), file[DataStart(file)..]);
    }

    /// <summary>A file of a header and data.</summary>
    public static byte[] Join(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. data];
    }
}
