namespace ArmsClassifier.Cli.Output;

/// <summary>A CSV table for machines, as a file that appears whole or not at all.</summary>
internal static class CsvFile
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, OutputDisk disk, IReadOnlyList<string> header, IEnumerable<string[]> rows)
    {
        using OutputFile file = OutputFile.Create(path, disk);
        using (var csv = new CsvTable(file.Stream, isForTerminal: false, isForSpreadsheet: false))
        {
            foreach (IReadOnlyList<string> row in rows.Prepend(header))
            {
                csv.AddAll(row);
                csv.End();
            }

            csv.Flush();
        }

        file.Commit();
    }
}
