using CsvHelper;

namespace ArmsClassifier.Cli.Output;

/// <summary>A CSV table (RFC 4180) for machines: values stand as they are, formulas of spreadsheets included.</summary>
internal sealed class CsvTable(Stream stream, bool isForTerminal) : IDisposable
{
    private readonly CsvWriter _csv = CsvWriter.Create(stream, leaveOpen: true);

    /// <summary>Adds a value to the row.</summary>
    public void Add(string? value) => _csv.WriteField(isForTerminal && value is not null ? PlainText.Clean(value) : value);

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
}
