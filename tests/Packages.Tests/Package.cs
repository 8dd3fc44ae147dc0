using System.IO.Compression;
using System.Xml.Linq;

namespace ArmsClassifier.Packages.Tests;

/// <summary>A package file, opened.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _zip;

    private Package(string path)
    {
        FilePath = path;
        _zip = ZipFile.OpenRead(path);
        Manifest = new Manifest(XDocument.Parse(Text(_zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName)));
    }

    public string FilePath { get; }

    /// <summary>What the package says about itself.</summary>
    public Manifest Manifest { get; }

    public string[] Names => [.. _zip.Entries.Select(entry => entry.FullName)];

    /// <summary>The package of that name in a folder, whatever its version.</summary>
    public static Package Open(string folder, string id, string extension = "nupkg") =>
        new(Directory.GetFiles(folder, $"{id}.*.{extension}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1])));

    public byte[] Bytes(string name)
    {
        using Stream stream = (_zip.GetEntry(name) ?? throw new FileNotFoundException($"{FilePath} has no {name}")).Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public string Text(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name)));
        return reader.ReadToEnd();
    }

    public void Dispose() => _zip.Dispose();
}
