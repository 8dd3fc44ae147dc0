namespace ArmsClassifier.Cli.Output;

/// <summary>The names of the forms in which results are written.</summary>
internal static class ResultForms
{
    /// <summary>For a person.</summary>
    public const string Table = "table";

    /// <summary>A JSON object a line.</summary>
    public const string Jsonl = "jsonl";

    /// <summary>Comma-separated values, for machines.</summary>
    public const string Csv = "csv";

    /// <summary>Comma-separated values that a spreadsheet can open without running what is in them.</summary>
    public const string Spreadsheet = "spreadsheet";

    /// <summary>One page with the passages that matter, for a person.</summary>
    public const string Html = "html";

    /// <summary>All of them.</summary>
    public static string[] All => [Table, Jsonl, Csv, Spreadsheet, Html];
}
