using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class JsonlReaderTests
{
    [Fact]
    public void A_line_becomes_an_article_with_its_fields()
    {
        Article article = Reading.Article(
            """{"id":"a-7","title":"Jets sold","text":"One.\nTwo.","date":"2024-05-06","source":"rss:x","other":[1,{}]}""");

        article.Id.ShouldBe("a-7");
        article.Source.ShouldBe("rss:x");
        article.Title.ShouldBe("Jets sold");
        article.Date.ShouldBe(new DateOnly(2024, 5, 6));
        article.Texts().ShouldBe(["Jets sold", "One.", "Two."]);
        article.Roles().ShouldBe([PassageRole.Title, PassageRole.Body, PassageRole.Body]);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("1.50e3", "1.50e3")]
    [InlineData("\"  x \"", "  x ")]
    public void An_identifier_is_echoed_as_it_stands(string json, string id) =>
        Reading.Article($$"""{"id":{{json}},"text":"A ship was stopped."}""").Id.ShouldBe(id);

    [Fact]
    public void An_article_without_identifier_is_named_by_source_and_line() =>
        Reading.Items("\n{\"text\":\"a\"}\n\n \t\r\n{\"text\":\"b\"}").Select(item => item.Article!.Id).ShouldBe(["input#2", "input#5"]);

    [Fact]
    public void A_text_is_split_at_every_kind_of_line_break_and_lines_are_trimmed() =>
        Reading.Article("""{"text":"a b\r\n\n\u00a0c\u200b\rd\u2028e\u2029 \ufeff \nf"}""").Texts().ShouldBe(["a b", "c", "d", "e", "f"]);

    [Fact]
    public void Zero_width_and_no_break_characters_inside_a_passage_are_kept() =>
        Reading.Article("""{"text":" \u201ca\u200bb\u00a0c\u201d "}""").Texts().ShouldBe(["\u201ca\u200bb\u00a0c\u201d"]);

    [Fact]
    public void On_request_the_text_is_one_passage()
    {
        Article article = Reading.Article(
            """{"text":"Home\nNews\n\nA ship was stopped.\n"}""", options: new ReaderOptions { OnePassagePerItem = true });

        article.Texts().ShouldBe(["Home\nNews\n\nA ship was stopped."]);
        article.Roles().ShouldBe([PassageRole.Body]);
    }

    [Fact]
    public void A_title_alone_is_an_article() => Reading.Article("""{"title":"Jets sold"}""").Roles().ShouldBe([PassageRole.Title]);

    [Fact]
    public void Of_a_field_given_twice_the_last_counts() => Reading.Article("""{"text":"a","text":"b"}""").Texts().ShouldBe(["b"]);

    [Theory]
    [InlineData("{\"text\":5}", "'text' that is a number")]
    [InlineData("{\"text\":null}", "neither 'text' nor 'title'")]
    [InlineData("{\"text\":\" \\u00a0 \"}", "empty 'text'")]
    [InlineData("{\"text\":\"a\",\"id\":{\"x\":1}}", "'id' that is an object")]
    [InlineData("{\"text\":\"a\",\"source\":[1]}", "'source' that is an array")]
    [InlineData("{\"title\":true}", "'title' that is true or false")]
    [InlineData("{\"body\":\"a\"}", "neither 'text' nor 'title'")]
    [InlineData("{\"text\":\"\\ud800\"}", "half a surrogate pair")]
    [InlineData("{\"te\\udc00xt\":\"a\"}", "half a surrogate pair")]
    [InlineData("{\"text\":\"a\0b\"}", "breaks off")]
    [InlineData("{\"text\":\"a\"", "breaks off")]
    [InlineData("{\"text\":\"a\"} {\"text\":\"b\"}", "breaks off")]
    [InlineData("[1]", "no object")]
    [InlineData("nonsense", "breaks off")]
    public void A_bad_line_is_one_error_and_reading_goes_on(string line, string found)
    {
        List<DocumentItem> items = Reading.Items($"{{\"text\":\"first\"}}\n{line}\n{{\"text\":\"last\"}}\n");

        items.Count.ShouldBe(3);
        items[1].Error().Line.ShouldBe(2);
        items[1].Error().Message.ShouldContain(found);
        items[2].Article!.Line.ShouldBe(3);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_one_error()
    {
        byte[] bytes = [.. "{\"text\":\"a"u8, 0xFF, .. "\"}\n{\"text\":\"b\"}"u8];

        List<DocumentItem> items = Reading.Items(bytes);

        items[0].Error().ToString().ShouldStartWith("input:1: found bytes that are not UTF-8");
        items[1].Article!.Texts().ShouldBe(["b"]);
    }

    [Fact]
    public void A_depth_bomb_is_one_error()
    {
        string bomb = "{\"x\":" + new string('[', 200_000);

        Reading.Items(bomb + "\n{\"text\":\"b\"}").Select(item => item.IsArticle).ShouldBe([false, true]);
    }

    [Fact]
    public void A_line_of_50_MB_is_read()
    {
        string text = new('x', 50_000_000);

        List<DocumentItem> items = Reading.Items($"{{\"text\":\"{text}\"}}\n{{\"text\":\"b\"}}");

        items[0].Article!.Passages[0].Text.Length.ShouldBe(text.Length);
        items[1].Article!.Line.ShouldBe(2);
    }

    [Fact]
    public void A_line_over_the_limit_is_one_error()
    {
        string text = new('x', 300_000);

        var options = new ReaderOptions { MaxItemBytes = 4096 };
        List<DocumentItem> items = Reading.Items($"{{\"text\":\"{text}\"}}\n{{\"text\":\"b\"}}\n{{\"text\":\"{text}\"}}", options: options);

        items.Select(item => item.Error?.Line ?? -item.Article!.Line).ShouldBe([1, -2, 3]);
        items[0].Error().Message.ShouldContain("4096");
    }

    [Fact]
    public void Reading_is_lazy()
    {
        using var endless = new EndlessStream(Encoding.UTF8.GetBytes("{\"text\":\"again\"}\n"));

        DocumentReader.Read(endless, "endless").Take(100_000).Last().Article!.Line.ShouldBe(100_000);
    }

    private sealed class EndlessStream(byte[] line) : MemoryStream
    {
        private int _next;

        public override int Read(Span<byte> buffer)
        {
            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = line[_next++ % line.Length];
            }

            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
