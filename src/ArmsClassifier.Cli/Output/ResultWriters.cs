namespace ArmsClassifier.Cli.Output;

/// <summary>The forms in which results are written.</summary>
internal static class ResultWriters
{
    /// <summary>For a person.</summary>
    public const string Table = "table";

    /// <summary>A JSON object a line.</summary>
    public const string Jsonl = "jsonl";

    /// <summary>Comma-separated values.</summary>
    public const string Csv = "csv";

    /// <summary>Opens a writer.</summary>
    /// <param name="format">One of the names above.</param>
    /// <param name="choice">What passage records hold; null for records of whole articles.</param>
    /// <param name="model">The model whose results are written.</param>
    /// <param name="stream">Where they go; left open.</param>
    /// <param name="terminal">What a person sees of it.</param>
    public static IResultWriter Open(string format, PassageChoice? choice, ModelInfo model, Stream stream, Terminal terminal) =>
        (format, choice) switch
        {
            (Table, { } passages) => new TablePassages(stream, model, passages, terminal),
            (Table, null) => new TableArticles(stream, model, terminal),
            (Csv, { } passages) => OpenCsv(passages, model, stream, terminal),
            (Csv, null) => OpenCsv(null, model, stream, terminal),
            (_, { } passages) => new JsonPassages(stream, passages),
            (_, null) => new JsonArticles(stream),
        };

    private static IResultWriter OpenCsv(PassageChoice? choice, ModelInfo model, Stream stream, Terminal terminal)
    {
        var table = new CsvTable(stream, isForTerminal: stream == terminal.Out && terminal.IsOutTerminal);
        return choice is { } passages ? new CsvPassages(table, model.Labels, passages) : new CsvArticles(table, model.Labels);
    }
}
