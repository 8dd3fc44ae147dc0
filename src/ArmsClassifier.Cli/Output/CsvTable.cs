using CsvHelper;

namespace ArmsClassifier.Cli.Output;

/// <summary>
/// A CSV table (RFC 4180). For machines values stand as they are, formulas included. For spreadsheets the file begins with a byte order mark,
/// for they take it for the local charset otherwise, and a text that a spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
/// <param name="stream">Where it is written; left open.</param>
/// <param name="isForTerminal">Whether a person reads it as it comes, so that control characters must go.</param>
/// <param name="isForSpreadsheet">Whether a spreadsheet will open it.</param>
internal sealed class CsvTable(Stream stream, bool isForTerminal, bool isForSpreadsheet) : IDisposable
{
    // What begins a formula, a command or a new cell somewhere, its full-width variants included.
    private const string Dangerous = "=+-@\t\r\n\0|%＝＋－＠";

    private readonly CsvWriter _csv = CsvWriter.Create(stream, leaveOpen: true);

    /// <summary>Adds a value to the row.</summary>
    public void Add(string? value) => _csv.WriteField(value is null ? value : Harmless(isForTerminal ? PlainText.Clean(value) : value));

    /// <summary>Adds a number to the row; null is an empty value.</summary>
    public void Add(double? value) => _csv.WriteField(value is { } number ? Names.Of(number) : "");

    /// <summary>Adds yes or no to the row.</summary>
    public void Add(bool value) => _csv.WriteField(value ? "true" : "false");

    /// <summary>Adds a number for each of <paramref name="labels"/>; no numbers are empty values.</summary>
    public void Add(IReadOnlyList<string> labels, IReadOnlyList<LabelProbability> values)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            Add(values.Count == 0 ? null : values[i].Probability);
        }
    }

    /// <summary>Adds several values to the row.</summary>
    public void AddAll(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            Add(value);
        }
    }

    /// <summary>Begins the file.</summary>
    public void Begin()
    {
        if (isForSpreadsheet)
        {
            stream.Write([0xEF, 0xBB, 0xBF]);
        }
    }

    /// <summary>Ends the row.</summary>
    public void End() => _csv.EndRecord();

    /// <summary>Hands on everything that was written.</summary>
    public void Flush()
    {
        _csv.Flush();
        stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    // Blanks before a formula do not stop every program.
    private string Harmless(string value) =>
        isForSpreadsheet && value.AsSpan().TrimStart(' ') is [var first, ..] && Dangerous.Contains(first) ? '\'' + value : value;
}
