using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>Reads a bad row of a table that a record of the error file holds with its header, perhaps mended by now.</summary>
internal static class MendedRow
{
    /// <summary>Whether the record holds a row of a table rather than a line of JSONL.</summary>
    public static bool IsIn(ErrorRecord record, ReaderOptions options) =>
        record.Raw is { } raw && FormatRecognition.Delimiter(raw, options.Fields.Text) is not null;

    /// <summary>The article of the row, as the table would have given it; or what is wrong with the row still.</summary>
    public static DocumentItem Read(ErrorRecord record, ReaderOptions options)
    {
        var document = OpenedDocument.Open(new DocumentSource(new MemoryStream(Encoding.UTF8.GetBytes(record.Raw!)), record.File));
        DocumentItem? only = null;
        foreach (DocumentItem item in PassageTableReader.Read(document, options, record.Line))
        {
            if (only is not null)
            {
                return InputError.Item(record.File, record.Line, "several rows in 'raw'", "one row below its header", "give each row a record of its own");
            }

            only = item;
        }

        return only ?? InputError.Item(record.File, record.Line, "no row in 'raw'", "one row below its header", "write it, or leave the record out");
    }
}
