using System.IO.Compression;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

[Collection(nameof(Alone))]
public sealed class ContainerTests : IDisposable
{
    private const string Jsonl = "{\"text\":\"A ship was held.\"}\n{\"text\":\"It sailed.\"}\n";
    private const int BombMegabytes = 40;
    private const long MaxRiseBytes = 100L << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Gzip_is_opened_whatever_its_name() =>
        Reading.Items(Packing.Gzip(Jsonl)).Select(item => item.Article!.Texts()[0]).ShouldBe(["A ship was held.", "It sailed."]);

    [Fact]
    public void All_members_of_a_gzip_file_are_read() =>
        Reading.Items([.. Packing.Gzip(Jsonl), .. Packing.Gzip(""), .. Packing.Gzip(Jsonl)]).Count(item => item.IsArticle).ShouldBe(4);

    [Fact]
    public void Containers_are_opened_in_each_other()
    {
        byte[] zip = Packing.Zip(("a.jsonl", Encoding.UTF8.GetBytes(Jsonl)), ("b.txt.gz", Packing.Gzip("A ship was held.\nIt sailed.")));

        Reading.Items(Packing.Gzip(zip)).Select(item => item.Article!.Source).ShouldBe(["input/a.jsonl", "input/a.jsonl", "input/b.txt.gz"]);
    }

    [Fact]
    public void Containers_nested_without_end_are_one_error()
    {
        byte[] packed = Encoding.UTF8.GetBytes(Jsonl);
        for (int i = 0; i < 8; i++)
        {
            packed = Packing.Gzip(packed);
        }

        Reading.Items(packed).ShouldHaveSingleItem().Error().Message.ShouldContain("too many containers");
    }

    [Fact]
    public void Brotli_goes_by_its_name()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.jsonl.br"), Packing.Brotli(Encoding.UTF8.GetBytes(Jsonl)));

        DocumentReader.ReadPath(_folder).Select(item => item.Article!.Source).ShouldBe([Path.Join(_folder, "a.jsonl.br"), Path.Join(_folder, "a.jsonl.br")]);
    }

    [Fact]
    public void A_file_called_br_that_is_no_Brotli_is_told_of()
    {
        File.WriteAllText(Path.Combine(_folder, "a.br"), "A ship was held, officers said, after mortars were found aboard.");

        DocumentReader.ReadPath(_folder).Where(item => !item.IsArticle).ShouldContain(item => item.Error!.Message.Contains("Brotli data that is damaged"));
    }

    [Fact]
    public void Files_of_a_zip_archive_are_read_in_their_order_from_a_file_or_a_pipe()
    {
        byte[] zip = Packing.Zip(
            ("b/2.txt", "A ship was held.\nIt sailed."u8.ToArray()), (".hidden", "no"u8.ToArray()), ("__MACOSX/b/2.txt", "no"u8.ToArray()),
            ("b/", []), ("a.html", "<html><p>The first paragraph is here, and it is long enough to be one of an article.</p>"u8.ToArray()));
        string path = Path.Combine(_folder, "news.zip");
        File.WriteAllBytes(path, zip);

        DocumentReader.ReadPath(path).Select(item => item.Article!.Source).ShouldBe([path + "/b/2.txt", path + "/a.html"]);
        Reading.Items(zip).Select(item => item.Article!.Id).ShouldBe(["input/b/2.txt", "input/a.html"]);
    }

    [Fact]
    public void A_bad_file_in_a_zip_archive_does_not_touch_the_others()
    {
        byte[] zip = Packing.Zip(
            ("a.txt", "A ship was held.\nIt sailed."u8.ToArray()), ("b.bin", [0, 1, 2, 0]), ("c.txt", "It sailed.\nNobody saw it."u8.ToArray()));

        List<DocumentItem> items = Reading.Items(zip);

        items.Select(item => item.IsArticle).ShouldBe([true, false, true]);
        items[1].Error().Source.ShouldBe("input/b.bin");
    }

    [Fact]
    public void A_file_without_a_name_in_a_zip_archive_is_passed_over()
    {
        byte[] zip = Packing.Zip(("x", "no"u8.ToArray()), ("a.txt", "A ship was held.\nIt sailed."u8.ToArray()));

        // The one letter of the name becomes part of the extra field, in both headers.
        (zip[26], zip[28]) = (0, 1);
        int entry = zip.AsSpan().IndexOf("PK\x1\x2"u8);
        (zip[entry + 28], zip[entry + 30]) = (0, 1);

        Reading.Items(zip).ShouldHaveSingleItem().Article!.Source.ShouldBe("input/a.txt");
    }

    [Fact]
    public void A_truncated_gzip_file_gives_what_can_be_read_and_an_error()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":{i},\"text\":\"Ship number {i * 7919} was held.\"}}\n"));
        byte[] packed = Packing.Gzip(text);

        List<DocumentItem> items = Reading.Items(packed[..(packed.Length / 2)]);

        items.Count(item => item.IsArticle).ShouldBeGreaterThan(1000);
        items[^1].Error().Severity.ShouldBe(InputSeverity.Error);
    }

    [Fact]
    public void Reading_goes_on_with_the_gzip_member_after_a_damaged_one()
    {
        byte[] damaged = Packing.Gzip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":{i},\"text\":\"Ship number {i * 7919} was held.\"}}\n")));
        damaged.AsSpan(damaged.Length / 2, 200).Fill(0xFF);

        List<DocumentItem> items = Reading.Items([.. Packing.Gzip(Jsonl), .. damaged, .. Packing.Gzip("\n{\"id\":\"last\",\"text\":\"It sailed.\"}")]);

        items.ShouldContain(item => item.IsArticle && item.Article.Id == "last");
        items.ShouldContain(item => !item.IsArticle && item.Error.Message.Contains("gzip data that is damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gz", "")]
    [InlineData("gz", "<html><p>")]
    [InlineData("gz", "{\"text\":\"A ship was held.\"}\n{\"text\":\"")]
    [InlineData("br", "")]
    [InlineData("br", "<rss><channel><item><title>")]
    [InlineData("zip", "A text that goes on and on.")]
    public void What_expands_without_end_is_one_error_and_memory_stays(string kind, string beginning)
    {
        byte[] bomb = Packing.Bomb(beginning, BombMegabytes, kind switch
        {
            "br" => stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true),
            _ => stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true),
        });
        byte[] packed = kind == "zip"
            ? Packing.Zip(("a.txt", Encoding.ASCII.GetBytes(new string('a', 40 << 20))), ("b.txt", "It sailed.\nNobody saw it."u8.ToArray()))
            : bomb;
        string path = Path.Combine(_folder, "bomb." + kind);
        File.WriteAllBytes(path, packed);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;

        int errors = 0;
        foreach (DocumentItem item in DocumentReader.ReadPath(path))
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            errors += item.IsArticle ? 0 : 1;
            if (!item.IsArticle)
            {
                item.Error().Message.ShouldContain("expands more than 200 times");
            }
        }

        errors.ShouldBe(1);
        most.ShouldBeLessThan(MaxRiseBytes);
    }

    [Fact]
    public void An_archive_whose_files_lie_over_each_other_is_refused()
    {
        byte[] zip = Packing.Zip(("a.txt", Encoding.UTF8.GetBytes(new string('a', 5000) + "b")), ("b.txt", [1, 2, 3]));
        int entry = zip.AsSpan().LastIndexOf("PK\x1\x2"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(entry + 20), 1_000_000);

        Reading.Items(zip).ShouldHaveSingleItem().Error().Message.ShouldContain("overlap");
    }
}
