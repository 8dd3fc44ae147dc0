using System.Globalization;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Output;

/// <summary>What there is to say about the input: lines on standard error, and bad items as JSONL in a file where one is named.</summary>
internal sealed class ErrorLog(Terminal terminal, string? path) : IDisposable
{
    private readonly OutputFile? _file = path is null ? null : OutputFile.Create(path);
    private readonly JsonLine _line = new();

    /// <summary>How many items were lost.</summary>
    public int Count { get; private set; }

    /// <summary>Tells of one.</summary>
    public void Add(InputError error)
    {
        Count += error.Severity == InputSeverity.Error ? 1 : 0;
        if (_file is null || error.Severity != InputSeverity.Error)
        {
            string kind = error.Severity == InputSeverity.Warning ? "warning: " : "";
            terminal.Say(kind + error.ToString().ReplaceLineEndings(" "));
        }

        if (_file is null || error.Severity == InputSeverity.Note)
        {
            return;
        }

        _line.Json.WriteStartObject();
        _line.Json.WriteString("file", error.Source);
        _line.Json.WriteNumber("line", error.Line);
        _line.Json.WriteString("message", error.Message);
        _line.Json.WriteString("severity", Names.Of(error.Severity));
        _line.Json.WriteEndObject();
        _line.WriteTo(_file.Stream);
    }

    /// <summary>Puts the file in its place and sums up.</summary>
    public void Commit()
    {
        _file?.Commit();
        if (Count > 0)
        {
            string items = Count == 1 ? "1 item of the input is" : string.Create(CultureInfo.InvariantCulture, $"{Count} items of the input are");
            terminal.Say($"{items} bad{(path is null ? "" : $", see {path}")}; the rest is written");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _line.Dispose();
    }
}
