using System.Text.Json;

namespace ArmsClassifier.Training.Tests;

public sealed class LabelledTableRowTests
{
    public static TheoryData<string, string, string, string> BadRows => new()
    {
        { "text", "", "text", "expected a passage" },
        { "text", " \t ", "text", "expected a passage" },
        { "label", "", "label", "expected a label" },
        { "label", "   ", "label", "expected a label" },
        { "label", new string('x', 101), "label", "at most 100" },
        { "label", "two\nlines", "label", "on one line" },
        { "label", "two\rlines", "label", "on one line" },
        { "also", "b", "also", "expected another label" },
        { "also", " b ", "also", "expected another label" },
        { "position", "-1", "position", "expected a whole number" },
        { "position", "+1", "position", "expected a whole number" },
        { "position", "1.0", "position", "expected a whole number" },
        { "position", "first", "position", "expected a whole number" },
        { "position", "99999999999", "position", "expected a whole number" },
        { "position", "\u0661", "position", "expected a whole number" },
        { "role", "headline", "role", "expected title, standfirst, body or furniture" },
        { "role", "1", "role", "expected title, standfirst, body or furniture" },
        { "role", "+1", "role", "expected title, standfirst, body or furniture" },
        { "role", "-0", "role", "expected title, standfirst, body or furniture" },
        { "role", "title,standfirst", "role", "expected title, standfirst, body or furniture" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_value_is_named_with_its_line_and_column_in_both_formats(string column, string value, string named, string expected)
    {
        foreach (string name in new[] { TableReading.Csv, TableReading.Jsonl })
        {
            TableError error = TableReading.ErrorBetweenGoodRows(name, Table(name, column, value));

            error.Line.ShouldBe(name == TableReading.Csv ? 3 : 2);
            error.Column.ShouldBe(named);
            error.Message.ShouldContain(expected);
            error.Message.Length.ShouldBeLessThan(200);
        }
    }

    [Theory]
    [InlineData("title", PassageRole.Title)]
    [InlineData("Standfirst", PassageRole.Standfirst)]
    [InlineData(" body ", PassageRole.Body)]
    [InlineData("FURNITURE", PassageRole.Furniture)]
    [InlineData("", PassageRole.Body)]
    public void Roles_are_read_without_regard_to_case(string role, PassageRole expected)
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(TableReading.Csv, Table(TableReading.Csv, "role", role));

        errors.ShouldBeEmpty();
        rows[1].Role.ShouldBe(expected);
    }

    [Fact]
    public void Several_tables_and_folders_are_read_in_ordinal_order_and_keep_their_articles_apart()
    {
        using var folder = new TempFolder();
        folder.Write("in/b.csv", "article,text,label\n1,from b,x\n");
        folder.Write("in/B.jsonl", """{"article":"1","text":"from B","label":"x"}""");
        folder.Write("in/notes.txt", "no table");
        string single = folder.Write("a.csv", "article,text,label\n1,from a,x\n,,\n");
        var errors = new List<TableError>();

        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll([Path.Combine(folder.Root, "in"), single], errors);

        rows.Select(row => (row.Text, row.Article, row.Table)).ShouldBe([("from B", "B:1", "B"), ("from b", "b:1", "b"), ("from a", "a:1", "a")]);
        errors.ShouldHaveSingleItem().ToString().ShouldStartWith($"{single}:3: column 'text': ");
    }

    private static string Table(string name, string column, string value)
    {
        string[] columns = ["text", "label", "also", "position", "role"];
        Dictionary<string, string> bad = columns.ToDictionary(c => c, c => c switch { "text" => "mid", "label" => "b", _ => "" });
        Dictionary<string, string> before = new(bad) { ["text"] = "before" };
        Dictionary<string, string> after = new(bad) { ["text"] = "after" };
        bad[column] = value;
        Dictionary<string, string>[] rows = [before, bad, after];
        return name == TableReading.Jsonl
            ? string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row)))
            : string.Join('\n', ["text,label,also,position,role", .. rows.Select(row => string.Join(',', row.Values.Select(Quoted)))]);
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
