namespace ArmsClassifier.Feeds.Tests;

public sealed class PassageTableReaderTests
{
    [Fact]
    public void Rows_of_the_same_article_that_follow_each_other_are_one_article()
    {
        List<DocumentItem> items = Reading.Items(
            """
            article,position,role,title,id,date,text
            a,0,title,,x1,3 May 2021,Jets sold
            a,1,body,,x1,,"The jets, it was said, were ""old""."
            b,,,,,,Alone.
            """);

        Article article = items[0].Article!;
        article.Id.ShouldBe("x1");
        article.Title.ShouldBe("Jets sold");
        article.Date.ShouldBe(new DateOnly(2021, 5, 3));
        article.Texts().ShouldBe(["Jets sold", "The jets, it was said, were \"old\"."]);
        article.Roles().ShouldBe([PassageRole.Title, PassageRole.Body]);
        items[1].Article!.Id.ShouldBe("b");
    }

    [Fact]
    public void Without_an_article_column_each_row_is_an_article()
    {
        List<DocumentItem> items = Reading.Items("id;text\n1;a\n;b\n");

        items.Select(item => item.Article!.Id).ShouldBe(["1", "input#3"]);
    }

    [Fact]
    public void A_table_of_one_column_is_recognised() =>
        Reading.Items("text\r\none\r\ntwo").Select(item => item.Article!.Texts()[0]).ShouldBe(["one", "two"]);

    [Fact]
    public void A_passage_carries_the_first_line_of_its_row()
    {
        List<DocumentItem> items = Reading.Items("id,text\n\n1,\"one\n\nmore\"\n2,two\n");

        items.Select(item => item.Article!.Passages[0].Line).ShouldBe([3, 6]);
        items[0].Article!.Texts().ShouldBe(["one\n\nmore"]);
    }

    [Fact]
    public void Positions_order_the_passages_of_an_article() =>
        Reading.Article("article,position,text\na,2,c\na,0,a\na,1,b\n").Texts().ShouldBe(["a", "b", "c"]);

    [Fact]
    public void A_title_column_becomes_a_title_passage_unless_a_row_is_the_title()
    {
        Reading.Article("title,text\nJets sold,Old ones.\n").Roles().ShouldBe([PassageRole.Title, PassageRole.Body]);
        Reading.Article("article,title,role,text\na,Jets sold,title,Jets sold\na,Jets sold,body,Old.\n")
            .Texts().ShouldBe(["Jets sold", "Old."]);
    }

    [Theory]
    [InlineData("1,a", "column 3 ('text') is missing")]
    [InlineData("1,a,b,c", "column 4 has no name")]
    [InlineData("1,,", "empty column 'text'")]
    [InlineData("1,lead,b", "'lead' in column 'role'")]
    [InlineData("1,,\"b\"c", "text after a closing quote")]
    public void A_bad_row_is_one_error_that_names_line_and_column(string row, string found)
    {
        List<DocumentItem> items = Reading.Items($"id,role,text\n0,,\"a\nb\"\n{row}\n2,,c\n");

        items.Count.ShouldBe(3);
        items[1].Error().Line.ShouldBe(4);
        items[1].Error().Message.ShouldContain(found);
        items[2].Article!.Id.ShouldBe("2");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_position_that_is_no_whole_number_is_an_error(string position) =>
        Reading.Items($"position,text\n{position},a\n")[0].Error().Message.ShouldContain("'position'");

    [Fact]
    public void A_quote_inside_an_unquoted_field_is_text() =>
        Reading.Article("id,text\n1,he said \"no\" twice\n").Texts().ShouldBe(["he said \"no\" twice"]);

    [Fact]
    public void A_quote_that_is_never_closed_is_one_error() =>
        Reading.Items("id,text\n1,a\n2,\"b\n3,c\n").Select(item => item.Error?.Line ?? 0).ShouldBe([0, 3]);

    [Fact]
    public void A_row_over_the_limit_ends_the_table_with_one_error()
    {
        string table = "id,text\n1,a\n2,\"" + new string('x', 1_000_000);

        List<DocumentItem> items = Reading.Items(table, options: new ReaderOptions { MaxItemBytes = 2048 });

        items.Count.ShouldBe(2);
        items.ShouldContain(item => !item.IsArticle && item.Error.Message.Contains("too long"));
    }

    [Fact]
    public void An_article_over_the_limit_is_one_error()
    {
        string row = "a," + new string('x', 900) + "\n";

        Reading.Items($"article,text\n{row}{row}{row}b,c\n", options: new ReaderOptions { MaxItemBytes = 2048 })
            .Select(item => item.IsArticle).ShouldBe([false, true]);
    }

    [Fact]
    public void A_few_bytes_that_are_not_UTF_8_are_replaced_and_told_once()
    {
        byte[] bytes = [.. "text\na é è\nb"u8, 0xE9, .. "\nc\n"u8];

        List<DocumentItem> items = Reading.Items(bytes);

        items.Select(item => item.Error?.Line ?? 0).ShouldBe([0, 3, 0, 0]);
        items[1].Error!.Severity.ShouldBe(InputSeverity.Warning);
        items[2].Article!.Texts().ShouldBe(["b\uFFFD"]);
    }

    [Fact]
    public void A_table_in_windows_1252_is_read_as_such_and_a_note_says_so()
    {
        byte[] bytes = [.. "text;title\nCaf"u8, 0xE9, .. " closed;Na"u8, 0xEF, .. "ve\n"u8];

        Reading.Items(bytes).ShouldHaveSingleItem().Article!.Texts().ShouldBe(["Naïve", "Café closed"]);
        Reading.Note(bytes).ShouldBe("read as CSV, windows-1252 (statistics)");
    }

    [Fact]
    public void Columns_can_have_other_names()
    {
        var options = new ReaderOptions { Fields = new FieldNames { Text = "Body", Title = "Headline", Link = "Address", Date = "When", Author = "By" } };

        Article article = Reading.Article(
            "Headline,Address,By,When,Body\nTanks sold,https://news.test/1,Ann Lee,2024-02-01T10:00:00+01:00,Tanks were sold.\n", options: options);

        article.Texts().ShouldBe(["Tanks sold", "Tanks were sold."]);
        article.Link.ShouldBe("https://news.test/1");
        article.Author.ShouldBe("Ann Lee");
        article.Published.ShouldBe(new DateTimeOffset(2024, 2, 1, 10, 0, 0, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_table_without_a_text_column_is_one_error() =>
        Reading.Items("id,body\n1,a\n2,b\n", DocumentFormat.Csv).ShouldHaveSingleItem().Error().Message.ShouldContain("no column 'text'");
}
