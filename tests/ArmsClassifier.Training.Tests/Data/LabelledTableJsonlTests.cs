using System.Text;

namespace ArmsClassifier.Training.Tests;

public sealed class LabelledTableJsonlTests
{
    [Fact]
    public void Every_known_field_is_used_whatever_its_place()
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(
            TableReading.Jsonl,
            """{"note":[1],"role":"title","text":"Rain,\n\"then\" s\u00fcn","article":7,"label":"weather","position":3,"also":"sport"}""");

        errors.ShouldBeEmpty();
        rows.ShouldHaveSingleItem().ShouldBe(new LabelledPassage
        {
            Text = "Rain,\n\"then\" sün",
            Label = "weather",
            Also = "sport",
            Article = "table:7",
            Position = 3,
            Role = PassageRole.Title,
            Table = "table",
        });
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n\n   \n", "\uFEFF")]
    [InlineData("\r\n\t\r\n", "\uFEFF")]
    public void Marks_line_ends_and_blank_lines_do_not_matter(string lineEnd, string mark) =>
        TableReading.Texts(TableReading.Jsonl, $$"""{{mark}}{"text":"one","label":"a"}{{lineEnd}}{"text":"two","label":"b"}{{lineEnd}}""")
            .ShouldBe(["one", "two"]);

    [Fact]
    public void Blank_lines_at_the_beginning_do_not_matter() =>
        TableReading.Texts(TableReading.Jsonl, "\n{\"text\":\"one\",\"label\":\"a\"}\n").ShouldBe(["one"]);

    [Fact]
    public void A_file_of_json_with_the_ending_of_csv_is_read_by_its_content() =>
        TableReading.Texts(TableReading.Csv, """{"text":"one","label":"a"}""").ShouldBe(["one"]);

    [Theory]
    [InlineData("{\"text\":\"mid\",\"label\":")]
    [InlineData("{\"text\":\"mid\" \"label\":\"b\"}")]
    [InlineData("{\"text\":\"mid\",\"label\":\"b\"} {}")]
    [InlineData("[\"mid\",\"b\"]")]
    [InlineData("\"mid\"")]
    [InlineData("null")]
    [InlineData("text,label")]
    [InlineData("{\"text\":\"\\ud800\",\"label\":\"b\"}")]
    [InlineData("{\"text\":\"mid\u0000\",\"label\":\"b\"}")]
    public void A_line_that_is_no_object_becomes_an_error_and_the_rest_is_read(string line)
    {
        TableError error = Between(line);

        error.Line.ShouldBe(2);
        error.Message.ShouldContain("expected one object a line");
    }

    [Fact]
    public void A_line_nested_too_deep_becomes_an_error() =>
        Between($$"""{"text":"mid","label":"b","x":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""").Line.ShouldBe(2);

    [Theory]
    [InlineData("{\"label\":\"b\"}", "text")]
    [InlineData("{\"text\":\"mid\"}", "label")]
    [InlineData("{\"Text\":\"mid\",\"label\":\"b\"}", "text")]
    [InlineData("{\"text\":null,\"label\":\"b\"}", "text")]
    [InlineData("{\"text\":[\"mid\"],\"label\":\"b\"}", "text")]
    [InlineData("{\"text\":\"mid\",\"label\":{\"is\":\"b\"}}", "label")]
    [InlineData("{\"text\":\"mid\",\"label\":true}", "label")]
    public void A_needed_field_that_is_missing_or_of_the_wrong_type_is_named(string line, string field)
    {
        TableError error = Between(line);

        (error.Line, error.Column).ShouldBe((2, field));
        error.Message.ShouldContain("expected a string");
    }

    [Theory]
    [InlineData("also", "[\"c\"]")]
    [InlineData("article", "{}")]
    [InlineData("position", "true")]
    [InlineData("role", "false")]
    public void A_known_field_of_the_wrong_type_is_not_passed_over(string field, string value) =>
        Between($$"""{"text":"mid","label":"b","{{field}}":{{value}}}""").Column.ShouldBe(field);

    [Fact]
    public void Null_in_a_field_that_is_not_needed_is_the_same_as_nothing() =>
        TableReading.Texts(TableReading.Jsonl, """{"text":"one","label":"a","also":null,"role":null,"position":null,"article":null}""").ShouldBe(["one"]);

    [Fact]
    public void Bytes_that_are_not_utf8_become_an_error_and_the_rest_is_read()
    {
        byte[] content = Encoding.Latin1.GetBytes("""
            {"text":"before","label":"a"}
            {"text":"mid ÿþ","label":"b"}
            {"text":"after","label":"c"}
            """);

        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(TableReading.Jsonl, content);

        rows.Select(row => row.Text).ShouldBe(["before", "after"]);
        errors.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    private static TableError Between(string line) =>
        TableReading.ErrorBetweenGoodRows(TableReading.Jsonl, $$"""{"text":"before","label":"a"}{{'\n'}}{{line}}{{'\n'}}{"text":"after","label":"c"}""");
}
