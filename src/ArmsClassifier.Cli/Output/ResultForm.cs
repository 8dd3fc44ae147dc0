namespace ArmsClassifier.Cli.Output;

/// <summary>How the results of a run are written.</summary>
/// <param name="Name">One of <see cref="ResultForms"/>.</param>
/// <param name="Choice">What passage records hold; null for records of whole articles.</param>
/// <param name="Model">The model whose results are written.</param>
/// <param name="Terminal">What a person sees of it.</param>
/// <param name="IsForTerminal">Whether a person reads the output as it comes.</param>
internal sealed record ResultForm(string Name, PassageChoice? Choice, ModelInfo Model, Terminal Terminal, bool IsForTerminal)
{
    /// <summary>Whether the output is made of all results together, so that none can be written before the last is there.</summary>
    public bool IsGathered => Name == ResultForms.Html;

    /// <summary>Opens a writer of records.</summary>
    /// <param name="stream">Where they go; left open.</param>
    public IResultWriter Open(Stream stream) => (Name, Choice) switch
    {
        (ResultForms.Table, { } passages) => new TablePassages(stream, Model, passages, Terminal),
        (ResultForms.Table, null) => new TableArticles(stream, Model, Terminal),
        (ResultForms.Csv or ResultForms.Spreadsheet, { } passages) => new CsvPassages(OpenCsv(stream), Model.Labels, passages),
        (ResultForms.Csv or ResultForms.Spreadsheet, null) => new CsvArticles(OpenCsv(stream), Model.Labels),
        (_, { } passages) => new JsonPassages(stream, passages),
        (_, null) => new JsonArticles(stream),
    };

    /// <summary>Writes what comes before the first record.</summary>
    public void WriteHeader(Stream stream)
    {
        if (!IsGathered)
        {
            using IResultWriter writer = Open(stream);
            writer.WriteHeader();
            writer.Flush();
        }
    }

    private CsvTable OpenCsv(Stream stream) => new(stream, IsForTerminal, isForSpreadsheet: Name == ResultForms.Spreadsheet);
}
