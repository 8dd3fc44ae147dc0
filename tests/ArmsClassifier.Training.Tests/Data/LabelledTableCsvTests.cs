namespace ArmsClassifier.Training.Tests;

public sealed class LabelledTableCsvTests
{
    [Fact]
    public void Every_known_column_is_used_whatever_its_place()
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(
            TableReading.Csv, "role,text,article,label,position,also\nstandfirst,\"Rain, then \"\"sun\"\"\",a1,weather,3,sport\n");

        errors.ShouldBeEmpty();
        rows.ShouldHaveSingleItem().ShouldBe(new LabelledPassage
        {
            Text = "Rain, then \"sun\"",
            Label = "weather",
            Also = "sport",
            Article = "table:a1",
            Position = 3,
            Role = PassageRole.Standfirst,
            Table = "table",
        });
    }

    [Fact]
    public void Text_and_label_alone_make_every_row_a_body_and_an_article_of_its_own()
    {
        (IReadOnlyList<LabelledPassage> rows, _) = TableReading.Read(TableReading.Csv, "text,label\none,a\ntwo,b\n");

        rows.Select(row => row.Article).ShouldBe(["table:2", "table:3"]);
        rows.ShouldAllBe(row => row.Also == null && row.Position == 0 && row.Role == PassageRole.Body);
    }

    [Theory]
    [InlineData("text,label\r\none,a\r\ntwo,b\r\n")]
    [InlineData("text,label\none,a\ntwo,b")]
    [InlineData("\uFEFFtext,label\none,a\ntwo,b\n")]
    [InlineData("\uFEFF\"text\",\"label\"\r\n\"one\",\"a\"\r\n\"two\",\"b\"")]
    [InlineData("text,label\none,a\n\n\r\ntwo,b\n\n")]
    [InlineData("text,label\n  one  , a \ntwo,b\n")]
    [InlineData("source,text,label,note\nx,one,a,\n,two,b,y\n")]
    public void Marks_line_ends_blank_lines_and_further_columns_do_not_matter(string content) =>
        TableReading.Texts(TableReading.Csv, content).ShouldBe(["one", "two"]);

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "\r\n")]
    public void Line_breaks_inside_quotes_are_kept_and_counted(string rowEnd, string inside)
    {
        string content = string.Join(rowEnd, "text,label", $"\"one{inside}{inside}more\",a", "", "two,b", ",b", "three,c");

        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(TableReading.Csv, content);

        rows[0].Text.ShouldBe($"one{inside}{inside}more");
        rows.Select(row => row.Article).ShouldBe(["table:2", "table:6", "table:8"]);
        errors.ShouldHaveSingleItem().Line.ShouldBe(7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void An_empty_file_is_refused(string content) => TableReading.Refusal(TableReading.Csv, content).Message.ShouldContain("empty");

    [Theory]
    [InlineData("text,also\none,a\n", "'label'")]
    [InlineData("label\na\n", "'text'")]
    [InlineData("no table at all", "'text'")]
    public void A_missing_column_is_refused_by_name(string content, string column) =>
        TableReading.Refusal(TableReading.Csv, content).Message.ShouldContain($"no column {column}");

    [Theory]
    [InlineData("Text,Label\none,a\n")]
    [InlineData("text;label\none;a\n")]
    [InlineData("label\ttext\na\tone\n")]
    public void Capitals_and_other_separators_in_the_header_are_read(string content)
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(TableReading.Csv, content);
        errors.ShouldBeEmpty();
        rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Text.ShouldBe("one"), row => row.Label.ShouldBe("a"));
    }

    [Theory]
    [InlineData("te\"xt,label\none,a\n")]
    [InlineData("\"text,label\none,a\n")]
    [InlineData("\"text\"x,label\none,a\n")]
    public void A_damaged_header_is_refused(string content) => TableReading.Refusal(TableReading.Csv, content);

    [Theory]
    [InlineData("mid,b,c", "values than the header")]
    [InlineData("mid", "values than the header")]
    [InlineData("mi\"d,b", "unquoted value")]
    [InlineData("\"mid\"dle,b", "after a closing quotation mark")]
    [InlineData("mid,\"b\"\"\"b", "after a closing quotation mark")]
    public void A_damaged_row_becomes_an_error_and_the_rest_is_read(string row, string expected)
    {
        TableError error = TableReading.ErrorBetweenGoodRows(TableReading.Csv, $"text,label\nbefore,a\n{row}\nafter,b\n");

        error.Line.ShouldBe(3);
        error.Message.ShouldContain(expected);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_with_its_line()
    {
        (IReadOnlyList<LabelledPassage> rows, List<TableError> errors) = TableReading.Read(
            TableReading.Csv, "text,label\none,a\n\"two,b\nthree,c\n");

        rows.ShouldHaveSingleItem().Text.ShouldBe("one");
        TableError error = errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(3);
        error.Message.ShouldContain("never closed");
    }
}
