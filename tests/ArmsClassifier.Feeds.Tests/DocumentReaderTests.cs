using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(" \r\n\uFEFF{\"text\":\"a\"}\n\uFEFF{\"text\":\"b\"}", 2)]
    [InlineData("id,Text\n1,a\n2,b\n3,c", 3)]
    [InlineData("\"id\"\t\"text\"\n1\ta\n2\tb", 2)]
    [InlineData("The text, read aloud, was short.\nIt said no.", 1)]
    [InlineData("[1] A note.\nAnother.", 1)]
    public void The_format_is_recognised_from_the_content(string content, int articles) =>
        Reading.Items(content).Count(item => item.IsArticle).ShouldBe(articles);

    [Theory]
    [InlineData("The shi<p was held.\nIt carried shells.")]
    [InlineData("The <item> tag of a feed\nholds one article.")]
    [InlineData("Price < 5, he said.\nOthers agreed.")]
    public void Text_that_holds_a_tag_is_text_all_the_same(string content) => Reading.Article(content).Passages.Count.ShouldBe(2);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells_the_encoding_of_every_format(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        foreach (string content in new[] { "{\"text\":\"Жетон “sold”\"}", "text\nЖетон “sold”", "Жетон “sold”" })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(content)];

            Reading.Items(bytes).ShouldHaveSingleItem().Article!.Texts().ShouldBe(["Жетон “sold”"]);
        }
    }

    [Fact]
    public void A_folder_is_read_in_ordinal_order_without_hidden_files()
    {
        foreach (string name in new[] { "b.txt", "B.txt", "a/z.txt", "a.txt", "a/.hidden.txt", ".git/x.txt", "c/d/e.txt" })
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "A ship was stopped at sea.");
        }

        DocumentReader.ReadPath(_folder).Select(item => Path.GetRelativePath(_folder, item.Article!.Source))
            .ShouldBe(["B.txt", "a.txt", "a/z.txt", "b.txt", "c/d/e.txt"]);
    }

    [Fact]
    public void A_file_that_is_no_text_is_one_error_and_the_folder_goes_on()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.png"), [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]);
        File.WriteAllText(Path.Combine(_folder, "b.txt"), " \n\u00a0\n");
        File.WriteAllText(Path.Combine(_folder, "c.txt"), "A ship was stopped at sea.");

        List<DocumentItem> items = [.. DocumentReader.ReadPath(_folder)];

        items[0].Error().Message.ShouldContain("a PNG picture");
        items[1].Error().Message.ShouldContain("no text");
        items[2].Article!.Id.ShouldBe(Path.Join(_folder, "c.txt"));
    }

    [Fact]
    public void A_path_with_nothing_there_is_refused_at_once() =>
        Should.Throw<FileNotFoundException>(() => DocumentReader.ReadPath(Path.Combine(_folder, "none"))).Message.ShouldContain("none");

    [Fact]
    public void A_format_that_does_not_exist_is_refused_at_once() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DocumentReader.Read(Stream.Null, "x", (DocumentFormat)99));

    [Fact]
    public void A_stream_is_left_open()
    {
        foreach (string content in new[] { "{\"text\":\"a\"}", "text\na", "a" })
        {
            var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
            _ = DocumentReader.Read(stream, "x").Count();
            stream.CanRead.ShouldBeTrue();
        }
    }

    [Fact]
    public void An_error_stays_short_whatever_the_input_holds()
    {
        string name = new('ж', 100_000);

        Reading.Items($"text,role\na,{name}\n")[0].Error().ToString().Length.ShouldBeLessThan(1000);
        Reading.Items($"text,{name[..40]},c\na\n")[0].Error().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public void A_limit_out_of_bounds_is_refused(int bytes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ReaderOptions { MaxItemBytes = bytes });
}
