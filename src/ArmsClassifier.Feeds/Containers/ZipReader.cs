using System.IO.Compression;

namespace ArmsClassifier.Feeds;

/// <summary>Reads the files in a zip archive, in their order. Hidden files and what macOS adds are passed over.</summary>
internal static class ZipReader
{
    private const int MaxNameChars = 300;
    private const string MacFolder = "__MACOSX/";
    private const string OfficePart = "[Content_Types].xml";
    private const string OpenDocumentPart = "META-INF/manifest.xml";
    private const string Cure = "pack it anew, or unpack it";

    public static IEnumerable<DocumentItem> Read(OpenedDocument document, DocumentFormat format, ReaderOptions options)
    {
        DocumentSource source = document.Source;
        Stream content = SeekableCopy.Of(document);
        using Stream? copy = content == source.Content ? null : content;
        using ZipArchive? archive = Open(content);
        if (archive is null)
        {
            yield return InputError.Item(source.Name, 0, "a damaged zip archive", "a whole one", Cure);
            yield break;
        }

        // Entries that lie over each other are how small archives expand without end.
        if (archive.Entries.Sum(static entry => entry.CompressedLength) > content.Length)
        {
            yield return InputError.Item(source.Name, 0, "a zip archive whose entries overlap", "a sound archive", Cure);
            yield break;
        }

        if (archive.GetEntry(OfficePart) is not null || archive.GetEntry(OpenDocumentPart) is not null)
        {
            yield return InputError.Item(source.Name, 0, "an Office document", "text or HTML", "save it as text or as a web page");
            yield break;
        }

        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!IsFile(entry.FullName))
            {
                continue;
            }

            string name = $"{source.Name}/{(entry.FullName.Length <= MaxNameChars ? entry.FullName : entry.FullName[..MaxNameChars])}";
            foreach (DocumentItem item in ContainerReader.Guard(ReadEntry(entry, name, source, format, options), name))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<DocumentItem> ReadEntry(
        ZipArchiveEntry entry, string name, DocumentSource source, DocumentFormat format, ReaderOptions options)
    {
        Stream? packed = entry.IsEncrypted ? null : Open(entry);
        if (packed is null)
        {
            string found = entry.IsEncrypted ? "an encrypted file in a zip archive" : "a file in a zip archive that cannot be unpacked";
            yield return InputError.Item(name, 0, found, "one that is stored or deflated, without a password", Cure);
            yield break;
        }

        using var content = new ZipEntryStream(packed, entry.CompressedLength);
        foreach (DocumentItem item in DocumentReader.Read(new DocumentSource(content, name) { Depth = source.Depth + 1 }, format, options))
        {
            yield return item;
        }

        if (content.IsDamaged)
        {
            yield return InputError.Item(name, 0, "a damaged file in a zip archive", "a whole one", "what could be unpacked was read: " + Cure);
        }
    }

    private static ZipArchive? Open(Stream content)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception damage) when (IsDamage(damage) || damage.GetType() == typeof(IOException))
        {
            // An offset before the beginning of the file is an IOException.
            archive?.Dispose();
            return null;
        }
    }

    private static Stream? Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception damage) when (IsDamage(damage) || damage.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    /// <summary>What the archive classes of the framework throw for data that is no sound archive.</summary>
    internal static bool IsDamage(Exception exception) => exception
        is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException;

    private static bool IsFile(string name) =>
        name.Length > 0 && !name.EndsWith('/') && !name.EndsWith('\\') && !name.StartsWith(MacFolder, StringComparison.Ordinal)
        && name[0] != '.' && !name.Contains("/.", StringComparison.Ordinal);
}
