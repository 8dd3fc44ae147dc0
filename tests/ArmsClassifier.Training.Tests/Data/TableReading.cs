using System.Text;

namespace ArmsClassifier.Training.Tests;

/// <summary>Reads a table of labelled passages from text through the public edge.</summary>
internal static class TableReading
{
    public const string Csv = "table.csv";

    public const string Jsonl = "table.jsonl";

    public static (IReadOnlyList<LabelledPassage> Rows, List<TableError> Errors) Read(string name, string content) =>
        Read(name, Encoding.UTF8.GetBytes(content));

    public static (IReadOnlyList<LabelledPassage> Rows, List<TableError> Errors) Read(string name, byte[] content)
    {
        using var folder = new TempFolder();
        string path = folder.Write(name, content);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.Read(path, errors);
        errors.ShouldAllBe(error => error.File == path);
        return (rows, errors);
    }

    public static string[] Texts(string name, string content)
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = Read(name, content);
        errors.ShouldBeEmpty();
        return [.. rows.Select(row => row.Text)];
    }

    /// <summary>The one error of a table whose other rows are "before" and "after" the damaged one.</summary>
    public static TableError ErrorBetweenGoodRows(string name, string content)
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = Read(name, content);
        rows.Select(row => row.Text).ShouldBe(["before", "after"]);
        TableError error = errors.ShouldHaveSingleItem();
        error.ToString().ShouldContain($"{name}:{error.Line}: ");
        return error;
    }

    public static DataFormatException Refusal(string name, string content)
    {
        using var folder = new TempFolder();
        string path = folder.Write(name, content);
        DataFormatException error = Should.Throw<DataFormatException>(() => LabelledTable.Read(path, []));
        error.Message.ShouldContain(path);
        error.Message.ShouldContain("expected");
        return error;
    }
}
