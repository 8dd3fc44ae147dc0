using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class RawTextReaderTests
{
    [Fact]
    public void Each_line_is_a_passage_with_its_number()
    {
        Article article = Reading.Article("\n  A ship was stopped at sea. \r\n\r\n\u00a0\n\uFEFFIt carried arms.\u200b\n");

        article.Texts().ShouldBe(["A ship was stopped at sea.", "It carried arms."]);
        article.Passages.Select(passage => passage.Line).ShouldBe([2, 5]);
        article.Id.ShouldBe(Reading.Source);
    }

    [Theory]
    [InlineData("Subscribe to our newsletter")]
    [InlineData("12 May 2020")]
    [InlineData("Home | News | Sport")]
    public void A_document_of_one_line_is_never_furniture(string line) =>
        Reading.Article(line).Roles().ShouldBe([PassageRole.Body]);

    [Fact]
    public void Stray_bytes_are_read_as_windows_1252_and_told_once()
    {
        byte[] bytes = [.. "A “ship” was “stopped”.\nIt carried "u8, 0xE9, 0xE8, .. " arms.\nMore "u8, 0xE9];

        List<DocumentItem> items = Reading.Items(bytes);

        items.Count.ShouldBe(2);
        items[0].Error().Line.ShouldBe(2);
        items[1].Article!.Texts()[1].ShouldBe("It carried éè arms.");
    }

    [Fact]
    public void Half_a_surrogate_pair_in_UTF_16_is_replaced_and_told()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Arms ship"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" held.")];

        Reading.Items(bytes).Select(item => item.IsArticle).ShouldBe([false, true]);
    }

    [Fact]
    public void A_line_of_20_MB_is_read()
    {
        string line = string.Concat(Enumerable.Repeat("delivered tanks ", 1_300_000)).Trim();

        Reading.Article("First line of two.\n" + line).Texts()[1].Length.ShouldBe(line.Length);
    }

    [Fact]
    public void A_hundred_thousand_lines_are_read()
    {
        string text = string.Concat(Enumerable.Repeat("Home\nTop news\nBy Ann Lee\nThe ship was stopped, they said.\n", 25_000));

        Reading.Article(text).Passages.Count.ShouldBe(100_000);
    }

    [Fact]
    public void A_text_over_the_limit_is_one_error() =>
        Reading.Items(new string('x', 5000), options: new ReaderOptions { MaxItemBytes = 4096 })
            .ShouldHaveSingleItem().Error().Message.ShouldContain("4096");

    [Theory]
    [InlineData("By Ann Lee, 18 April 2018", "2018-04-18")]
    [InlineData("Apr. 18th, 2018", "2018-04-18")]
    [InlineData("Wednesday, April 18, 2018 3:40 PM EDT", "2018-04-18")]
    [InlineData("Published: 2018-04-18T10:00:00Z", "2018-04-18")]
    [InlineData("18.04.2018 | Ann Lee", "2018-04-18")]
    [InlineData("18/04/2018", "2018-04-18")]
    [InlineData("04/18/2018", "2018-04-18")]
    [InlineData("MOSCOW, 18 Apr 18", "2018-04-18")]
    [InlineData("Posted 18Apr2018", "2018-04-18")]
    [InlineData("04/05/2018", null)]
    [InlineData("31 February 2018", null)]
    [InlineData("Thursday, 18 April", null)]
    public void The_date_is_read_from_bylines_and_datelines(string byline, string? date)
    {
        Article article = Reading.Article(
            $"Ship with arms held in port\n{byline}\nThe ship was held after officers found mortars in six of its crates, the port said.");

        article.Title.ShouldBe("Ship with arms held in port");
        article.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(date);
        article.Roles().ShouldBe([PassageRole.Title, PassageRole.Furniture, PassageRole.Body]);
    }

    [Fact]
    public void The_date_is_read_from_the_dateline_of_the_first_paragraph() =>
        Reading.Article("Ship held\nSUEZ, April 18, 2018 (CPN) - Officers held a ship that carried mortars.")
            .Date.ShouldBe(new DateOnly(2018, 4, 18));
}
