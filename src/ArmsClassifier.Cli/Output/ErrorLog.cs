using System.Globalization;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Output;

/// <summary>What there is to say about the input: lines on standard error, and bad items as JSONL in a file where one is named.</summary>
/// <param name="terminal">Where the lines go.</param>
/// <param name="stream">Where the records go, or null.</param>
/// <param name="count">How many items an earlier part of the run lost.</param>
internal sealed class ErrorLog(Terminal terminal, Stream? stream, long count = 0) : IDisposable
{
    private readonly JsonLine _line = new();

    /// <summary>How many items were lost.</summary>
    public long Count { get; private set; } = count;

    /// <summary>Tells of one.</summary>
    public void Add(InputError error)
    {
        Count += error.Severity == InputSeverity.Error ? 1 : 0;
        if (stream is null || error.Severity != InputSeverity.Error)
        {
            string kind = error.Severity == InputSeverity.Warning ? "warning: " : "";
            terminal.Say(kind + error.ToString().ReplaceLineEndings(" "));
        }

        if (stream is null || error.Severity == InputSeverity.Note)
        {
            return;
        }

        _line.Json.WriteStartObject();
        _line.Json.WriteString("file", error.Source);
        _line.Json.WriteNumber("line", error.Line);
        _line.Json.WriteString("message", error.Message);
        _line.Json.WriteString("severity", Names.Of(error.Severity));
        if (error.Raw is not null)
        {
            _line.Json.WriteString("raw", error.Raw);
        }

        _line.Json.WriteEndObject();
        _line.WriteTo(stream);
    }

    /// <summary>Sums up.</summary>
    /// <param name="path">File of the records, or null.</param>
    public void Sum(string? path)
    {
        if (Count > 0)
        {
            string items = Count == 1 ? "1 item of the input is" : string.Create(CultureInfo.InvariantCulture, $"{Count} items of the input are");
            terminal.Say($"{items} bad{(path is null ? "" : $", see {path}")}; the rest is written");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
